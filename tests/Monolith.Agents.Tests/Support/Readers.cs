using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Tests.Network;
using Monolith.Agents.Trust;
using Monolith.Agents.Workers;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Support;

internal static class Readers
{
    /// <returns>A reader as the host makes it, whose data folder is the given one.</returns>
    public static PluginReader In(TempFolder data)
    {
        var folders = new DataFolders(data.Path);
        var options = Options.Create(new PluginsOptions());
        var workers = new PluginWorkers(options, Networks.Local, TimeProvider.System, NullLogger<PluginWorkers>.Instance);
        return new PluginReader(TimeProvider.System, new PluginCopies(folders), new PluginTrust(options, folders), workers);
    }
}
