using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Agents.Agreement;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;

namespace Monolith.Agents.Catalog;

/// <summary>Makes what lies at a place serve, or says why it does not; what served there goes on until then, and for runs that are pinned to it.</summary>
internal sealed class PluginSwaps(
    PluginReader reader, AgentCatalog catalog, HostPlugins announced, IOptions<PluginsOptions> options, TimeProvider time, ILogger<PluginSwaps> logger)
{
    /// <summary>A version that is loaded because somebody calls it is loaded once, however many call.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task>> revivals = new(StringComparer.Ordinal);

    /// <summary>Reads a plugin and makes it the one that new runs get, whole or not at all. One at a time for each place.</summary>
    /// <returns>Its agents, or one entry that says why none serves; the catalogue has the same.</returns>
    public async Task<IReadOnlyList<AgentListing>> ServeAsync(PluginFolder source, CancellationToken cancellationToken)
    {
        LoadedPlugin? held = null;
        var outcome = await ReadAsync(source, () => reader.Read(source, hash => held = Held(source.Place, hash)), cancellationToken);
        try
        {
            if (outcome.Result.IsSuccess && held is null)
                await AnnounceAsync(outcome.Result.Value, cancellationToken);
            var before = catalog.ServingAt(source.Place)?.ContentHash;
            var listings = catalog.Add(outcome);
            if (listings[0].Status == AgentStatus.Loaded)
                Tell(outcome, listings, before);
            else
                await RefuseAsync(outcome, listings[0], isLoadedElsewhere: held is not null, before);
            return listings;
        }
        finally
        {
            held?.Calls.Leave();
        }
    }

    /// <summary>Loads a version beside what serves, for the caller to let go of.</summary>
    public Task<PluginOutcome> ReadAsync(PluginFolder source, CancellationToken cancellationToken) => ReadAsync(source, () => reader.Read(source), cancellationToken);

    /// <summary>The place is empty: new runs find nothing there, those under way keep what they have.</summary>
    public void StopServing(string place)
    {
        var before = catalog.ServingAt(place);
        catalog.Remove(place);
        if (before is not null)
            logger.LogInformation("Plugin {Plugin} was taken away and serves no new run; content hash {ContentHash}", before.Name, before.ContentHash);
    }

    /// <summary>Loads a version that runs are pinned to and that no longer serves, from the copy that was kept.</summary>
    /// <returns>Null when there is none, or it can no longer be loaded.</returns>
    public async Task<LoadedAgent?> ReviveAsync(string agent, string contentHash)
    {
        var loading = revivals.GetOrAdd(contentHash, hash => new Lazy<Task>(() => LoadVersionAsync(hash)));
        try
        {
            await loading.Value;
        }
        finally
        {
            revivals.TryRemove(new(contentHash, loading));
        }

        return catalog.Version(agent, contentHash);
    }

    /// <summary>Lets go of a version that serves no new run, unless a call is under way.</summary>
    public async Task<bool> RetireAsync(LoadedPlugin plugin)
    {
        if (!plugin.Calls.TryClose())
            return false;
        catalog.Drop(plugin);
        await UnloadAsync(plugin);
        logger.LogInformation("Plugin {Plugin}: the version with the content hash {ContentHash} is no longer needed and was unloaded", plugin.Name, plugin.ContentHash);
        return true;
    }

    public async Task UnloadAsync(LoadedPlugin plugin)
    {
        try
        {
            await plugin.UnloadAsync();
        }
        catch (Exception fault)
        {
            logger.LogWarning("A plugin threw while it was disposed: {Fault}", PluginException.Describe(fault));
        }
    }

    /// <summary>Others are to know who has the version before a run can be pinned to it. While they cannot be told, it does not serve.</summary>
    private async Task AnnounceAsync(LoadedPlugin plugin, CancellationToken cancellationToken)
    {
        try
        {
            await announced.AddAsync(plugin.ContentHash, cancellationToken);
        }
        catch
        {
            await UnloadAsync(plugin);
            throw;
        }
    }

    /// <summary>Held, so that it is not let go of before it serves again.</summary>
    private LoadedPlugin? Held(string place, string contentHash) =>
        catalog.Loaded(place, contentHash) is { } loaded && loaded.Calls.TryEnter() ? loaded : null;

    private async Task LoadVersionAsync(string contentHash)
    {
        // Others may have loaded it since it was looked for.
        if (catalog.Has(contentHash))
            return;
        var unknown = new PluginFolder(contentHash);
        var outcome = await ReadAsync(unknown, () => reader.ReadVersion(contentHash) ?? new(unknown, contentHash, LoadFault.Failed("There is no copy of it.")), CancellationToken.None);
        if (outcome.Result.IsSuccess)
        {
            catalog.AddRetired(outcome.Result.Value);
            logger.LogInformation("Plugin {Plugin}: the version with the content hash {ContentHash} was loaded again for runs that were started with it", outcome.Plugin, contentHash);
        }
        else
        {
            logger.LogWarning("The version with the content hash {ContentHash} cannot be loaded again: {Reason}", contentHash, outcome.Result.Problems[0].Message);
        }
    }

    private async Task RefuseAsync(PluginOutcome outcome, AgentListing refused, bool isLoadedElsewhere, string? before)
    {
        logger.LogWarning("Plugin {Plugin} does not serve: {Status}: {Reason}", refused.Plugin, refused.Status, refused.Reason);
        if (before is not null)
            logger.LogWarning("Plugin {Plugin}: the version with the content hash {ContentHash} goes on serving", refused.Plugin, before);
        if (outcome.Result.IsSuccess && !isLoadedElsewhere)
            await UnloadAsync(outcome.Result.Value);
    }

    private void Tell(PluginOutcome outcome, IReadOnlyList<AgentListing> listings, string? before)
    {
        var agents = string.Join(", ", listings.Select(listing => $"{listing.Name} {listing.Version}"));
        logger.LogInformation("Plugin {Plugin} serves {Agents}; content hash {ContentHash}", outcome.Plugin, agents, outcome.ContentHash);
        if (before is not null && before != outcome.ContentHash)
            logger.LogInformation("Plugin {Plugin}: the version with the content hash {ContentHash} serves no new run", outcome.Plugin, before);
    }

    private async Task<PluginOutcome> ReadAsync(PluginFolder source, Func<PluginOutcome> read, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.LoadTimeoutSeconds);
        var reading = Task.Run(read, cancellationToken);
        try
        {
            return await reading.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            _ = DropLateAsync(reading);
            return new(source, "", LoadFault.Failed(
                $"It did not load within {limit.TotalSeconds:0} s. Do not wait for anything in a constructor or in Descriptor."));
        }
    }

    private async Task DropLateAsync(Task<PluginOutcome> reading)
    {
        var outcome = await reading;
        if (outcome.Result.IsSuccess && !catalog.All().Contains(outcome.Result.Value))
            await UnloadAsync(outcome.Result.Value);
    }
}
