namespace Monolith.Plugins.Validation.Checks;

/// <summary>A file that a program may write, noted before it runs: what was there before is no result of it.</summary>
internal sealed class WrittenFile(string path)
{
    private readonly DateTime before = File.GetLastWriteTimeUtc(path);

    public string Path { get; } = path;

    public bool IsNew => File.Exists(Path) && File.GetLastWriteTimeUtc(Path) != before;
}
