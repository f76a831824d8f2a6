using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Operations.Health;

/// <summary>Whether agents and the language models they ask serve and answer, and whether the folder that users drop them into can be read.</summary>
internal sealed class AgentsCheck(IAgentCatalog agents, DataFolders folders, IEnumerable<IBreakers> breakers) : IHealthCheck
{
    public string Component => "agents";

    public TimeSpan? DegradedFrom => null;

    public Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var all = agents.List();
        var loaded = all.Count(agent => agent.Status == AgentStatus.Loaded);
        var details = new Dictionary<string, object> { ["loaded"] = loaded, ["notLoaded"] = all.Count(agent => agent.Status is not (AgentStatus.Loaded or AgentStatus.Retired)) };
        var reports = breakers.SelectMany(host => host.List()).Where(breaker => breaker.State == BreakerState.Open).ToList();
        var (agentsOpen, modelsOpen) = (NamesOf(BreakerKind.Agent, reports), NamesOf(BreakerKind.Model, reports));
        if (agentsOpen.Count > 0)
            details["openBreakers"] = agentsOpen;
        if (modelsOpen.Count > 0)
            details["openModelBreakers"] = modelsOpen;
        List<string> open = [.. agentsOpen, .. modelsOpen.Select(name => $"model provider {name}")];
        return Task.FromResult((loaded, Unreadable()) switch
        {
            (0, _) => new CheckResult(HealthStatus.Degraded, "no agent is loaded", details),
            (_, { } reason) => new CheckResult(HealthStatus.Degraded, reason, details),
            _ when open.Count > 0 => new CheckResult(HealthStatus.Degraded, $"{loaded} loaded; the breaker is open of: {string.Join(", ", open)}", details),
            _ => new CheckResult(HealthStatus.Healthy, $"{loaded} loaded", details),
        });
    }

    private static List<string> NamesOf(BreakerKind kind, IEnumerable<BreakerReport> reports) =>
        [.. reports.Where(breaker => breaker.Kind == kind).Select(breaker => breaker.Name)];

    private string? Unreadable()
    {
        try
        {
            // Without plugins of their own users need not make the folder.
            if (Directory.Exists(folders.Plugins))
                _ = Directory.GetDirectories(folders.Plugins);
            return null;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return $"the plugin folder cannot be read: {denied.Message}";
        }
    }
}
