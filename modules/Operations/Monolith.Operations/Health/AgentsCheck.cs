using Monolith.Agents.Contracts;

namespace Monolith.Operations.Health;

internal sealed class AgentsCheck(IAgentCatalog agents) : IHealthCheck
{
    public string Component => "agents";

    public TimeSpan? DegradedFrom => null;

    public Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var all = agents.List();
        var loaded = all.Count(agent => agent.Status == AgentStatus.Loaded);
        var details = new Dictionary<string, object> { ["loaded"] = loaded, ["notLoaded"] = all.Count - loaded };
        return Task.FromResult(loaded == 0
            ? new CheckResult(HealthStatus.Degraded, "no agent is loaded", details)
            : new CheckResult(HealthStatus.Healthy, $"{loaded} loaded", details));
    }
}
