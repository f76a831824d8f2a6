using System.Collections.Frozen;
using System.Collections.Immutable;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Catalog;

/// <summary>
/// What serves, what does not, and what is still loaded because runs are pinned to it. Readers see one snapshot; changes replace it. Of each place,
/// a folder or archive among the plugins, one version serves new runs.
/// </summary>
internal sealed class AgentCatalog : IAgentCatalog
{
    private readonly Lock changing = new();
    private volatile Snapshot current = Snapshot.Empty;

    public IReadOnlyList<AgentListing> List() => current.Listings;

    public AgentListing? Find(string agent) => Serving(agent)?.Listing;

    public AgentListing? Find(string agent, string? contentHash) => contentHash is null ? Find(agent) : Version(agent, contentHash)?.Listing;

    public LoadedAgent? Serving(string agent) => current.Serving.GetValueOrDefault(agent);

    /// <returns>The agent in that version, serving or retired; null when it is not loaded.</returns>
    public LoadedAgent? Version(string agent, string contentHash)
    {
        var snapshot = current;
        return snapshot.Serving.GetValueOrDefault(agent) is { } serving && serving.Listing.ContentHash == contentHash
            ? serving
            : snapshot.Retired.Where(plugin => plugin.ContentHash == contentHash).SelectMany(plugin => plugin.Agents).FirstOrDefault(loaded => loaded.Listing.Name == agent);
    }

    /// <returns>What new runs get of a place; null when nothing there serves.</returns>
    public LoadedPlugin? ServingAt(string place) => current.Places.GetValueOrDefault(place)?.Serving;

    /// <returns>What is loaded of a place in that version, serving or retired.</returns>
    public LoadedPlugin? Loaded(string place, string contentHash) => All().FirstOrDefault(plugin => plugin.ContentHash == contentHash && plugin.Place == place);

    /// <returns>Versions that serve no new run.</returns>
    public IReadOnlyList<LoadedPlugin> Retired() => current.Retired;

    public bool Has(string contentHash) => All().Any(plugin => plugin.ContentHash == contentHash);

    public IEnumerable<LoadedPlugin> All()
    {
        var snapshot = current;
        return snapshot.Places.Values.Select(place => place.Serving).OfType<LoadedPlugin>().Concat(snapshot.Retired);
    }

    /// <summary>What was read of a place serves from now on, and what served there is retired; or it says why not, and what served goes on.</summary>
    /// <returns>The listings of what was read.</returns>
    public IReadOnlyList<AgentListing> Add(PluginOutcome outcome)
    {
        lock (changing)
        {
            var place = outcome.Source.Place;
            if (!outcome.Result.IsSuccess)
                return Refuse(place, [outcome.Refusal(outcome.Result.Problems[0])]);

            var plugin = outcome.Result.Value;
            var others = current.Places.Where(other => other.Key != place).SelectMany(other => other.Value.Serving?.Agents ?? []);
            var taken = others.FirstOrDefault(other => plugin.Agents.Any(agent => agent.Listing.Name == other.Listing.Name));
            return taken is null ? Serve(place, plugin) : Refuse(place, [.. Duplicates(plugin, taken.Listing)]);
        }
    }

    /// <summary>Keeps a version for the runs that are pinned to it.</summary>
    public void AddRetired(LoadedPlugin plugin)
    {
        lock (changing)
            current = Snapshot.Of(current.Places, current.Retired.Add(plugin));
    }

    /// <summary>Nothing lies there any more: new runs find nothing, those under way keep what they have.</summary>
    public void Remove(string place)
    {
        lock (changing)
            current = Snapshot.Of(current.Places.Remove(place), Retire(current.Places.GetValueOrDefault(place)?.Serving));
    }

    /// <summary>Forgets a retired version.</summary>
    public void Drop(LoadedPlugin plugin)
    {
        lock (changing)
            current = Snapshot.Of(current.Places, current.Retired.Remove(plugin));
    }

    /// <returns>All that was loaded until now.</returns>
    public IReadOnlyList<LoadedPlugin> Clear()
    {
        lock (changing)
        {
            IReadOnlyList<LoadedPlugin> plugins = [.. All()];
            current = Snapshot.Empty;
            return plugins;
        }
    }

    private IReadOnlyList<AgentListing> Serve(string place, LoadedPlugin plugin)
    {
        var before = current.Places.GetValueOrDefault(place)?.Serving;
        var retired = ReferenceEquals(before, plugin) ? current.Retired : Retire(before).Remove(plugin);
        current = Snapshot.Of(current.Places.SetItem(place, new Place(plugin, [])), retired);
        return [.. plugin.Agents.Select(agent => agent.Listing)];
    }

    private IReadOnlyList<AgentListing> Refuse(string place, IReadOnlyList<AgentListing> listings)
    {
        var serving = current.Places.GetValueOrDefault(place)?.Serving;
        current = Snapshot.Of(current.Places.SetItem(place, new Place(serving, listings)), current.Retired);
        return listings;
    }

    private ImmutableList<LoadedPlugin> Retire(LoadedPlugin? plugin) => plugin is null ? current.Retired : current.Retired.Add(plugin);

    private static IEnumerable<AgentListing> Duplicates(LoadedPlugin plugin, AgentListing serving)
    {
        var problem = new Problem(
            ErrorCodes.Conflict,
            $"The plugin '{serving.Plugin}' already serves an agent '{serving.Name}'. "
            + "Take one of the two folders away, or give this agent another name.");
        return plugin.Agents.Select(agent => agent.Listing with
        {
            Status = PluginOutcome.StatusOf(problem),
            Reason = problem.Message,
            Actions = [],
        });
    }

    /// <param name="Serving">What new runs get; null when nothing that lay there could be served.</param>
    /// <param name="Refused">What was read there last, when it does not serve.</param>
    private sealed record Place(LoadedPlugin? Serving, IReadOnlyList<AgentListing> Refused);

    private sealed record Snapshot(
        ImmutableDictionary<string, Place> Places,
        ImmutableList<LoadedPlugin> Retired,
        FrozenDictionary<string, LoadedAgent> Serving,
        IReadOnlyList<AgentListing> Listings)
    {
        public static readonly Snapshot Empty = new(
            ImmutableDictionary.Create<string, Place>(StringComparer.Ordinal), [], FrozenDictionary<string, LoadedAgent>.Empty, []);

        public static Snapshot Of(ImmutableDictionary<string, Place> places, ImmutableList<LoadedPlugin> retired)
        {
            var serving = places.Values.Where(place => place.Serving is not null).SelectMany(place => place.Serving!.Agents).ToList();
            var listings = serving.Select(agent => agent.Listing)
                .Concat(places.Values.SelectMany(place => place.Refused))
                .Concat(retired.SelectMany(plugin => plugin.Agents).Select(RetiredListing));
            return new(
                places,
                retired,
                serving.ToFrozenDictionary(agent => agent.Listing.Name, StringComparer.Ordinal),
                [.. listings.OrderBy(listing => listing.Name, StringComparer.Ordinal).ThenBy(listing => listing.Status).ThenBy(listing => listing.Plugin, StringComparer.Ordinal)]);
        }

        private static AgentListing RetiredListing(LoadedAgent agent) => agent.Listing with
        {
            Status = AgentStatus.Retired,
            Reason = "Another version serves new runs, or its files were taken away. Runs that were started with it go on with it.",
            Actions = [],
        };
    }
}
