using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>A folder that holds one plugin, or a plugin directory that cannot be read and so holds none.</summary>
internal sealed record PluginFolder(string Path, Problem? Unreadable = null)
{
    public string Name { get; } = System.IO.Path.GetFileName(Path);

    public static IEnumerable<PluginFolder> In(string directory)
    {
        try
        {
            var paths = Directory.Exists(directory) ? Directory.GetDirectories(directory) : [];
            return paths.Order(StringComparer.Ordinal).Select(path => new PluginFolder(path)).Where(IsPlugin);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new PluginFolder(directory, Unreadably(directory, fault))];
        }
    }

    public static Problem Unreadably(string path, Exception fault) => new(
        ErrorCodes.AgentInitFailed,
        $"'{path}' cannot be read: {fault.Message} Let the host's user read the folder and every file in it.");

    // A name that starts with a dot is somebody's scratch folder or repository.
    private static bool IsPlugin(PluginFolder folder) => !folder.Name.StartsWith('.');
}
