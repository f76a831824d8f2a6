using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>Finds plugin folders: those that come with the host first, then those that users dropped.</summary>
internal sealed class PluginDiscovery(IOptions<PluginsOptions> options, DataFolders folders)
{
    public IReadOnlyList<PluginFolder> Find()
    {
        Directory.CreateDirectory(folders.Plugins);
        return [.. new[] { options.Value.Directory, folders.Plugins }.Distinct().SelectMany(FoldersIn)];
    }

    private static IEnumerable<PluginFolder> FoldersIn(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal).Select(path => new PluginFolder(path))
        : [];
}
