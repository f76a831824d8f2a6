using Monolith.Kernel;

namespace Monolith.Storage.Tests;

/// <summary>A data folder that goes with its test, where a server's user can reach it.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(string name = "data")
    {
        Top = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Top, File.GetUnixFileMode(Top) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        Folders = new DataFolders(Path.Combine(Top, name));
    }

    public DataFolders Folders { get; }

    private string Top { get; }

    public void Dispose() => Directory.Delete(Top, recursive: true);
}
