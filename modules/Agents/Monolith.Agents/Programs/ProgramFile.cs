using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>
/// Which file a program's name means. .NET would look in the host's own folder first, and would look with the host's PATH
/// rather than the stage's.
/// </summary>
internal static class ProgramFile
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="ProgramStartException">It is not there.</exception>
    public static string Find(string name, string workingFolder, string? searchPath)
    {
        if (IsPath(Checked(name)))
            return Path.Combine(workingFolder, name);
        // Windows adds endings and folders of its own to the search.
        if (OperatingSystem.IsWindows())
            return name;

        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.GetFullPath(Path.Combine(workingFolder, folder, name))).FirstOrDefault(IsExecutable)
            ?? throw new ProgramStartException(
                $"The program '{name}' is not on PATH. Install it on this machine, or name it by its full path.");
    }

    /// <summary>In an image a name is looked up by what runs the image.</summary>
    /// <exception cref="ProgramStartException">There is no name.</exception>
    public static string InImage(string name, string workingFolder) => IsPath(Checked(name)) ? Path.Combine(workingFolder, name) : name;

    private static string Checked(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Contains('\0') ? throw new ProgramStartException("The program has no name.") : name;

    private static bool IsPath(string name) => name.Contains('/') || name.Contains(Path.DirectorySeparatorChar);

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
