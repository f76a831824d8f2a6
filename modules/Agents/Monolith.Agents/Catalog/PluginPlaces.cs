using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Monolith.Agents.Discovery;
using Monolith.Agents.Registry.Serving;
using Monolith.Kernel;

namespace Monolith.Agents.Catalog;

/// <summary>
/// What lies in the directories of plugins, and what of it was served. A change counts when two looks in a row saw the same: what is still being
/// copied is waited for.
/// </summary>
internal sealed class PluginPlaces(
    PluginSwaps swaps, PluginAudit audit, AgentCatalog catalog, PluginClaims claims, DataFolders folders, IOptions<PluginsOptions> options)
{
    private readonly ConcurrentDictionary<string, Seen> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Directories =>
    [
        .. new[] { Path.Combine(AppContext.BaseDirectory, options.Value.Directory), folders.Plugins }
            .Select(Path.GetFullPath)
            .Distinct(),
    ];

    /// <summary>Serves all that is there, one after the other: of two that bring the same agent the first one serves.</summary>
    public async Task ServeAllAsync(CancellationToken cancellationToken)
    {
        foreach (var source in Sources())
        {
            var fingerprint = PluginFingerprint.Of(source);
            await swaps.ServeAsync(source, cancellationToken);
            known[source.Place] = new Seen { Served = fingerprint };
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>Completes when everything that changed was served or refused; the next look need not wait for it.</returns>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var sources = Sources().ToList();
        var gone = known.Keys.Except(sources.Select(source => source.Place), StringComparer.Ordinal).Where(place => !claims.Has(Path.GetFileName(place))).ToList();
        // One after the other: where one is taken away and another brings the same agent, the second can serve then.
        foreach (var place in gone)
            await LookAtGoneAsync(place, cancellationToken);
        await Task.WhenAll(sources.Select(source => LookAtAsync(source, cancellationToken)));
    }

    /// <returns>Where the plugin lies, or would.</returns>
    public string PlaceOf(string plugin) =>
        All().FirstOrDefault(source => source.Name == plugin)?.Place ?? Path.Combine(Directories[^1], plugin);

    /// <summary>What lies there is served again, if anything does.</summary>
    public void Release(string plugin) => known[PlaceOf(plugin)] = new Seen();

    private IEnumerable<PluginFolder> Sources() => All().Where(source => !claims.Has(source.Name));

    private IEnumerable<PluginFolder> All() => Directories.SelectMany(PluginFolder.In).DistinctBy(source => source.Place, StringComparer.Ordinal);

    private async Task LookAtAsync(PluginFolder source, CancellationToken cancellationToken)
    {
        var seen = known.GetOrAdd(source.Place, _ => new Seen());
        if (seen.IsBusy)
            return;
        var now = PluginFingerprint.Of(source);
        var isStill = now == seen.Looked;
        seen.Looked = now;
        if (now is null || now == seen.Served || !isStill)
            return;

        seen.IsBusy = true;
        try
        {
            var listings = await swaps.ServeAsync(source, cancellationToken);
            seen.Served = now;
            await audit.LoadedAsync(listings, cancellationToken);
        }
        finally
        {
            seen.IsBusy = false;
        }
    }

    private async Task LookAtGoneAsync(string place, CancellationToken cancellationToken)
    {
        var seen = known[place];
        if (seen.IsBusy)
            return;
        if (seen.Looked is not null)
        {
            // Perhaps it is being replaced.
            seen.Looked = null;
            return;
        }

        known.TryRemove(place, out _);
        var served = catalog.ServingAt(place)?.Agents;
        swaps.StopServing(place);
        LookAgainAtRefused();
        if (served is [var first, ..])
            await audit.TakenAwayAsync(first.Listing, cancellationToken);
    }

    /// <summary>What was refused for what is gone now may serve.</summary>
    private void LookAgainAtRefused()
    {
        foreach (var (place, seen) in known)
        {
            if (catalog.ServingAt(place) is null)
                seen.Served = null;
        }
    }

    private sealed class Seen
    {
        /// <summary>At the last look; null when it was not there.</summary>
        public string? Looked { get; set; }

        /// <summary>When it was served or refused.</summary>
        public string? Served { get; set; }

        public bool IsBusy { get; set; }
    }
}
