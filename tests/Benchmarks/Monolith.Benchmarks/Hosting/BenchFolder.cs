namespace Monolith.Benchmarks.Hosting;

/// <summary>A folder that goes with the benchmark. Short and outside home folders: an embedded server must reach it.</summary>
internal sealed class BenchFolder : IDisposable
{
    private readonly string path = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;

    public BenchFolder()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    public string this[string name] => Path.Combine(path, name);

    /// <summary>Makes a host's data folder with the no-op agent where a user would drop it.</summary>
    public string ForHost(string name)
    {
        var plugin = Directory.CreateDirectory(Path.Combine(path, name, "plugins", "Monolith.Fixtures.Recorder")).FullName;
        foreach (var file in Directory.EnumerateFiles(Built.Recorder))
            File.Copy(file, Path.Combine(plugin, Path.GetFileName(file)), overwrite: true);
        return this[name];
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path} could not be deleted: {busy.Message}");
        }
    }
}
