using System.Collections.Frozen;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Catalog;

/// <summary>What serves and what does not. Readers see one snapshot; changes replace it.</summary>
internal sealed class AgentCatalog : IAgentCatalog
{
    private readonly Lock changing = new();
    private volatile Snapshot current = new([], FrozenDictionary<string, LoadedAgent>.Empty, []);

    public IReadOnlyList<AgentListing> List() => current.Listings;

    public AgentListing? Find(string agent) => Serving(agent)?.Listing;

    public LoadedAgent? Serving(string agent) => current.Serving.GetValueOrDefault(agent);

    /// <returns>The listings that were added.</returns>
    public IReadOnlyList<AgentListing> Add(PluginOutcome outcome)
    {
        lock (changing)
        {
            if (!outcome.Result.IsSuccess)
                return AddListings([outcome.Refusal(outcome.Result.Problems[0])]);

            var plugin = outcome.Result.Value;
            var taken = plugin.Agents.FirstOrDefault(agent => Find(agent.Listing.Name) is not null);
            return taken is null ? AddServing(plugin) : AddListings([.. Duplicates(plugin, Find(taken.Listing.Name)!)]);
        }
    }

    /// <returns>The plugins that served until now.</returns>
    public IReadOnlyList<LoadedPlugin> Clear()
    {
        lock (changing)
        {
            var plugins = current.Plugins;
            current = new([], FrozenDictionary<string, LoadedAgent>.Empty, []);
            return plugins;
        }
    }

    private IReadOnlyList<AgentListing> AddServing(LoadedPlugin plugin)
    {
        var agents = current.Serving.Values.Concat(plugin.Agents);
        var added = AddListings([.. plugin.Agents.Select(agent => agent.Listing)]);
        current = current with
        {
            Serving = agents.ToFrozenDictionary(agent => agent.Listing.Name, StringComparer.Ordinal),
            Plugins = [.. current.Plugins, plugin],
        };
        return added;
    }

    private IReadOnlyList<AgentListing> AddListings(IReadOnlyList<AgentListing> added)
    {
        var all = current.Listings.Concat(added);
        current = current with
        {
            Listings = [.. all.OrderBy(listing => listing.Name, StringComparer.Ordinal).ThenBy(listing => listing.Status)],
        };
        return added;
    }

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

    private sealed record Snapshot(
        IReadOnlyList<AgentListing> Listings, FrozenDictionary<string, LoadedAgent> Serving, IReadOnlyList<LoadedPlugin> Plugins);
}
