using Microsoft.Extensions.Options;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Trust;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Support;

internal static class Readers
{
    /// <returns>A reader as the host makes it, whose data folder is the given one.</returns>
    public static PluginReader In(TempFolder data)
    {
        var folders = new DataFolders(data.Path);
        return new PluginReader(TimeProvider.System, new PluginCopies(folders), new PluginTrust(Options.Create(new PluginsOptions()), folders));
    }
}
