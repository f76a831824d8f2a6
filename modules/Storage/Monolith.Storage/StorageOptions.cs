using System.ComponentModel.DataAnnotations;

namespace Monolith.Storage;

/// <summary>Section <c>Storage</c>: where the host keeps its data.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// The folder for workspaces, artifacts, users' plugins and the embedded database. By default <c>/var/lib/monolith</c> for root
    /// on Unix, otherwise <c>monolith</c> in the user's local application data (on Linux <c>~/.local/share/monolith</c>).
    /// </summary>
    public string? DataDirectory { get; set; }

    /// <summary>
    /// A folder that several hosts on one database share, such as a network volume, for workspaces, artifacts and archives: a run that goes
    /// on at another host finds its files there. Without it these lie in the host's own data folder.
    /// </summary>
    public string? SharedDirectory { get; set; }

    /// <summary>Connections this host opens to the database at most.</summary>
    [Range(5, 1_000)]
    public int MaxPoolSize { get; set; } = 50;

    /// <returns>The absolute path of the data folder.</returns>
    public string Folder() => Path.GetFullPath(string.IsNullOrWhiteSpace(DataDirectory) ? Usual() : DataDirectory);

    /// <returns>The absolute path of the shared folder, or null.</returns>
    public string? SharedFolder() => string.IsNullOrWhiteSpace(SharedDirectory) ? null : Path.GetFullPath(SharedDirectory);

    private static string Usual() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/lib/monolith"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "monolith");
}
