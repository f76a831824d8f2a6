namespace Monolith.Host.Drill;

/// <summary>Everything the drill leaves on the disk. Short, and outside home folders: PostgreSQL may run as another user.</summary>
internal sealed class DrillFolder
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private DrillFolder(string root) => Root = root;

    public string Root { get; }

    /// <summary>The witness outside the database.</summary>
    public string Journal => Path.Combine(Root, "journal");

    public string Database => Path.Combine(Root, "database");

    public static DrillFolder Create()
    {
        var folder = new DrillFolder(Path.Combine(Path.GetTempPath(), $"monolith-drill-{Guid.NewGuid().ToString("N")[..8]}"));
        foreach (var path in new[] { folder.Root, folder.Database })
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, Mode);
        }

        Directory.CreateDirectory(folder.Journal);
        return folder;
    }

    public string OfHost(int number) => Path.Combine(Root, $"host-{number}");

    public string LogOf(int number) => Path.Combine(Root, $"host-{number}.log");

    public void Delete() => Directory.Delete(Root, recursive: true);
}
