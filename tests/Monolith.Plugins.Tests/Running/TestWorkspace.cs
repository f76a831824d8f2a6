namespace Monolith.Plugins.Tests.Running;

/// <summary>A run's folder in a place of its own, deleted at the end.</summary>
public sealed class TestWorkspace : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("monolith-plugins-").FullName;

    public TestWorkspace() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(home, "workspace");

    /// <summary>Beside the workspace, so outside of it.</summary>
    public string Outside => home;

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    public string Write(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(home, recursive: true);
}
