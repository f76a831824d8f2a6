using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>A folder or an archive that holds one plugin, or what is found in its place, with the reason why it holds none.</summary>
internal sealed record PluginFolder(string Path, Problem? Fault = null)
{
    /// <summary>The plugin's: the folder's, or the archive's without version and extension.</summary>
    public string Name { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>Where people know it, when this is a copy.</summary>
    public string Origin { get; init; } = Path;

    public bool IsArchive { get; init; }

    /// <summary>One plugin's place among all: what lies there later replaces what lay there before.</summary>
    public string Place
    {
        get => field ?? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Origin) ?? "", Name);
        init;
    }

    /// <returns>One a plugin: a folder before archives of the same name, of archives the newest version.</returns>
    public static IReadOnlyList<PluginFolder> In(string directory)
    {
        try
        {
            if (!Directory.Exists(directory))
                return [];
            var folders = Directory.GetDirectories(directory).Order(StringComparer.Ordinal).Select(path => new PluginFolder(path)).Where(IsPlugin);
            return [.. folders.Concat(PluginArchive.In(directory)).DistinctBy(plugin => plugin.Name, StringComparer.Ordinal), .. Strays(directory)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new PluginFolder(directory, Unreadably(directory, fault))];
        }
    }

    /// <returns>Every dll that lies in the directory itself, where nothing loads it.</returns>
    private static IEnumerable<PluginFolder> Strays(string directory) =>
        Directory.GetFiles(directory, "*.dll").Order(StringComparer.Ordinal).Select(path => new PluginFolder(path, Stray(path)));

    private static Problem Stray(string path) => new(
        ErrorCodes.AgentInitFailed,
        $"A plugin is a folder. Copy the plugin's whole output (dotnet publish) into '{System.IO.Path.ChangeExtension(path, null)}'.");

    public static Problem Unreadably(string path, Exception fault) => new(
        ErrorCodes.AgentInitFailed,
        $"'{path}' cannot be read: {fault.Message} Let the host's user read the folder and every file in it.");

    // A name that starts with a dot is somebody's scratch folder or repository.
    private static bool IsPlugin(PluginFolder folder) => !folder.Name.StartsWith('.');
}
