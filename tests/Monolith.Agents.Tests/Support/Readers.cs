using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Agents.Agreement;
using Monolith.Agents.Catalog;
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
    public static PluginReader In(TempFolder data) => In(new DataFolders(data.Path));

    /// <returns>What loads pinned versions for an invoker, with none at hand.</returns>
    public static PluginSwaps SwapsOf(AgentCatalog catalog)
    {
        var nowhere = new DataFolders(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));
        return new(
            In(nowhere),
            catalog,
            new HostPlugins(HostIdentity.Create()),
            Options.Create(new PluginsOptions()),
            TimeProvider.System,
            NullLogger<PluginSwaps>.Instance);
    }

    private static PluginReader In(DataFolders folders)
    {
        var options = Options.Create(new PluginsOptions());
        var workers = new PluginWorkers(options, Networks.Local, TimeProvider.System, NullLogger<PluginWorkers>.Instance);
        return new(TimeProvider.System, new PluginCopies(folders, TimeProvider.System), new PluginTrust(options, folders), workers);
    }
}
