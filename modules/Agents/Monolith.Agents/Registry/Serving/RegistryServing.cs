using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Agreement;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Registry.Store;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Serving;

/// <summary>Makes one plugin on this host what the registry says of it. What cannot be loaded leaves serving what served, and is tried again after a while.</summary>
internal sealed class RegistryServing(
    PackageFetch fetch, PluginSwaps swaps, PluginAudit audit, PluginPlaces places, AgentCatalog catalog, PluginClaims claims, PluginVersions versions, IPinnedPlugins pinned, TimeProvider time, ILogger<RegistryServing> logger)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Failed> faults = new(StringComparer.Ordinal);
    private DateTimeOffset prefetched = DateTimeOffset.MinValue;

    /// <returns>Why the host does not serve what it is to serve; null when it does.</returns>
    public string? FaultOf(string plugin) => faults.TryGetValue(plugin, out var failed) ? failed.Reason : null;

    /// <returns>What the host serves; null for nothing.</returns>
    public string? ServedOf(string plugin) => catalog.ServingAt(places.PlaceOf(plugin))?.ContentHash;

    public async Task ApplyAsync(PluginState state, CancellationToken cancellationToken)
    {
        if (state is { IsEnabled: true, Serving: null })
        {
            faults.TryRemove(state.Plugin, out _);
            if (claims.Remove(state.Plugin))
                places.Release(state.Plugin);
            return;
        }

        claims.Add(state.Plugin);
        var wanted = state.IsEnabled ? state.Serving : null;
        var place = places.PlaceOf(state.Plugin);
        if (catalog.ServingAt(place)?.ContentHash == wanted)
            faults.TryRemove(state.Plugin, out _);
        else if (wanted is null)
            swaps.StopServing(place);
        else if (!faults.TryGetValue(state.Plugin, out var failed) || failed.Version != state.Version || time.GetUtcNow() >= failed.Again)
            await ServeAsync(state, wanted, place, cancellationToken);
    }

    /// <summary>Gets what runs are pinned to and this host lacks, so that it can take them.</summary>
    public async Task PrefetchAsync(IReadOnlyList<PluginState> states, CancellationToken cancellationToken)
    {
        if (states.Count == 0 || time.GetUtcNow() - prefetched < ServingTable.Heartbeat)
            return;
        prefetched = time.GetUtcNow();
        foreach (var contentHash in (await pinned.OfUnfinishedRunsAsync(cancellationToken)).Where(hash => !versions.IsHere(hash)))
        {
            if (await fetch.KeepAsync(contentHash, cancellationToken) is { } plugin)
                logger.LogInformation("Plugin {Plugin}: the version with the content hash {ContentHash} was fetched for runs that were started with it", plugin, contentHash);
        }
    }

    private async Task ServeAsync(PluginState state, string contentHash, string place, CancellationToken cancellationToken)
    {
        var served = await fetch.UseAsync(
            state.Plugin,
            contentHash,
            async source => Listed(await swaps.ServeAsync(source with { Place = place }, cancellationToken)),
            cancellationToken);
        if (served.IsSuccess)
            await audit.LoadedAsync(served.Value, cancellationToken);
        if (served.IsSuccess && served.Value[0] is { Status: AgentStatus.Loaded } now && now.ContentHash == contentHash)
        {
            faults.TryRemove(state.Plugin, out _);
            return;
        }

        var reason = served.IsSuccess ? served.Value[0].Reason ?? "Its files are not those that were asked for." : served.Problems[0].Message;
        logger.LogWarning("Plugin {Plugin}: the registry wants the version with the content hash {ContentHash}, and this host cannot serve it: {Reason}", state.Plugin, contentHash, reason);
        faults[state.Plugin] = new Failed(state.Version, reason, time.GetUtcNow() + BetweenTries);
    }

    // An interface is not converted by itself.
    private static Result<AgentListing[]> Listed(IReadOnlyList<AgentListing> listings) => listings.ToArray();

    private sealed record Failed(long Version, string Reason, DateTimeOffset Again);
}
