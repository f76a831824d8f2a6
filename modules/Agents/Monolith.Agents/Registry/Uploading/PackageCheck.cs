using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Uploading;

/// <summary>Loads a version once, to see that it can be, and lets go of it. What serves is not touched.</summary>
internal sealed class PackageCheck(PluginSwaps swaps, AgentCatalog catalog, PluginCopies copies)
{
    /// <param name="source">Its files.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Result<CheckedPackage>> LoadAsync(PluginFolder source, CancellationToken cancellationToken)
    {
        var outcome = await swaps.ReadAsync(source, cancellationToken);
        if (!outcome.Result.IsSuccess)
        {
            if (outcome.ContentHash.Length > 0 && !catalog.Has(outcome.ContentHash))
                copies.Forget(outcome.ContentHash);
            return outcome.Result.Problems[0];
        }

        var loaded = outcome.Result.Value;
        IReadOnlyList<AgentListing> agents = [.. loaded.Agents.Select(agent => agent.Listing)];
        await swaps.UnloadAsync(loaded);
        return Taken(source.Name, agents) ?? (Result<CheckedPackage>)new CheckedPackage(outcome.ContentHash, agents);
    }

    private Problem? Taken(string plugin, IReadOnlyList<AgentListing> agents) => catalog.List()
        .FirstOrDefault(other => other.Status == AgentStatus.Loaded && other.Plugin != plugin && agents.Any(agent => agent.Name == other.Name)) is { } taken
        ? LoadFault.Failed($"The plugin '{taken.Plugin}' already serves an agent '{taken.Name}'. Upload it as that plugin (?plugin={taken.Plugin}), or give this agent another name.")
        : null;
}

/// <summary>A version that can be loaded.</summary>
internal sealed record CheckedPackage(string ContentHash, IReadOnlyList<AgentListing> Agents)
{
    public string? Publisher => Agents[0].Publisher;

    /// <summary>The highest that its agents have.</summary>
    public string Version => Agents.Select(agent => agent.Version).MaxBy(Order)!;

    private static System.Version Order(string text) => System.Version.TryParse(text.Split('-', '+')[0], out var version) ? version : new System.Version(0, 0);
}
