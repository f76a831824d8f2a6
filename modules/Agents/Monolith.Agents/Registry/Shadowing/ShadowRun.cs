using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Serving;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Loads a version beside what serves, does recorded attempts of its agents again, and lets go of it.</summary>
internal sealed class ShadowRun(PackageFetch fetch, PluginSwaps swaps, AgentCatalog catalog, IRecordedAttempts recorded, ShadowExecution execution, ShadowTable table)
{
    /// <param name="id">Of the comparison; it stops when somebody ends it.</param>
    /// <param name="order">What is compared.</param>
    /// <param name="cancellationToken">The host stops, or it takes too long.</param>
    public async Task<ShadowReport> DoAsync(Guid id, ShadowOrder order, CancellationToken cancellationToken)
    {
        var done = new List<ShadowAttempt>();
        LoadedPlugin? plugin = null;
        try
        {
            var loaded = await fetch.UseAsync(order.Plugin, order.ContentHash, async source => (await swaps.ReadAsync(source, cancellationToken)).Result, cancellationToken);
            if (!loaded.IsSuccess)
                return ShadowReport.Of(done, loaded.Problems[0].Message);
            plugin = loaded.Value;
            foreach (var attempt in await recorded.ReadAsync(AgentsOf(plugin, order.Plugin), order.Since, order.AtMost, cancellationToken))
            {
                if (!await table.IsRunningAsync(id, cancellationToken))
                    break;
                done.Add(await execution.DoAsync(plugin.Agents.FirstOrDefault(agent => agent.Listing.Name == attempt.Agent), attempt, cancellationToken));
            }

            return ShadowReport.Of(done);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ShadowReport.Of(done, $"It was stopped: its host stops, or it took longer than {Shadow.Limit.TotalMinutes:0} minutes.");
        }
        finally
        {
            if (plugin is not null)
                await swaps.UnloadAsync(plugin);
        }
    }

    /// <summary>Those that the plugin has now as well: one that the version lacks is a difference.</summary>
    private string[] AgentsOf(LoadedPlugin version, string plugin) =>
    [
        .. version.Agents.Select(agent => agent.Listing.Name)
            .Union(catalog.List().Where(listing => listing.Plugin == plugin && listing.Status == AgentStatus.Loaded).Select(listing => listing.Name), StringComparer.Ordinal),
    ];
}
