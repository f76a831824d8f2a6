using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>A folder that holds one plugin, or what is found in its place, with the reason why it holds none.</summary>
internal sealed record PluginFolder(string Path, Problem? Fault = null)
{
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    /// <summary>Where people know it, when this is a copy.</summary>
    public string Origin { get; init; } = Path;

    public static IEnumerable<PluginFolder> In(string directory)
    {
        try
        {
            var paths = Directory.Exists(directory) ? Directory.GetDirectories(directory) : [];
            return paths.Order(StringComparer.Ordinal).Select(path => new PluginFolder(path)).Where(IsPlugin).Concat(Strays(directory));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new PluginFolder(directory, Unreadably(directory, fault))];
        }
    }

    /// <returns>Every dll that lies in the directory itself, where nothing loads it.</returns>
    private static IEnumerable<PluginFolder> Strays(string directory) => Directory.Exists(directory)
        ? Directory.GetFiles(directory, "*.dll").Order(StringComparer.Ordinal).Select(path => new PluginFolder(path, Stray(path)))
        : [];

    private static Problem Stray(string path) => new(
        ErrorCodes.AgentInitFailed,
        $"A plugin is a folder. Copy the plugin's whole output (dotnet publish) into '{System.IO.Path.ChangeExtension(path, null)}'.");

    public static Problem Unreadably(string path, Exception fault) => new(
        ErrorCodes.AgentInitFailed,
        $"'{path}' cannot be read: {fault.Message} Let the host's user read the folder and every file in it.");

    // A name that starts with a dot is somebody's scratch folder or repository.
    private static bool IsPlugin(PluginFolder folder) => !folder.Name.StartsWith('.');
}
