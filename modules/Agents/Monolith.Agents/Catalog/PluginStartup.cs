using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Catalog;

/// <summary>Loads every plugin before the first hosted service starts, and lets go of them after the last has stopped.</summary>
internal sealed class PluginStartup(PluginPlaces places, PluginSwaps swaps, PluginCopies copies, PluginAudit audit, AgentCatalog catalog, ILogger<PluginStartup> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        copies.ClearIncoming();
        await places.ServeAllAsync(cancellationToken);
        if (catalog.List().All(listing => listing.Status != AgentStatus.Loaded))
            logger.LogWarning("No agent serves. Plugins are looked for in {Directories}", string.Join(" and ", places.Directories));
    }

    public Task StartAsync(CancellationToken cancellationToken) => audit.LoadedAsync(catalog.List(), cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var plugin in catalog.Clear())
            await swaps.UnloadAsync(plugin);
    }
}
