using Monolith.Access.Contracts.Audit;
using Monolith.Agents.Contracts;

namespace Monolith.Agents.Catalog;

/// <summary>Which plugins served and did not, in the audit trail: another content hash is another plugin.</summary>
internal sealed class PluginAudit(IAuditLog? audit = null)
{
    /// <param name="agents">Of one plugin or of several; each plugin is written once.</param>
    /// <param name="cancellationToken">Ends the wait, not the writing.</param>
    public Task LoadedAsync(IEnumerable<AgentListing> agents, CancellationToken cancellationToken) =>
        Task.WhenAll(agents.DistinctBy(agent => agent.Plugin).Select(agent => WriteAsync("plugin.load", agent, agent.Status.ToString(), cancellationToken)));

    public Task TakenAwayAsync(AgentListing agent, CancellationToken cancellationToken) => WriteAsync("plugin.remove", agent, "Removed", cancellationToken);

    private async Task WriteAsync(string action, AgentListing agent, string result, CancellationToken cancellationToken)
    {
        if (audit is null)
            return;
        await audit.WriteAsync(
            new AuditEvent(action)
            {
                Subject = agent.Plugin,
                Result = result,
                Detail = new Dictionary<string, string> { ["version"] = agent.Version, ["contentHash"] = agent.ContentHash, ["publisher"] = agent.Publisher ?? "" },
            },
            cancellationToken);
    }
}
