using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;
using Monolith.Plugins.Deployment.Targets.Kubernetes;

namespace Monolith.Plugins.Deployment.Inspect;

internal static class ClusterHealth
{
    public static async Task<AgentResult> CheckAsync(IAgentContext context, OpenTarget target, Deployed live, CancellationToken cancellationToken)
    {
        using var cluster = new Cluster(context, target.Settings);
        var found = await cluster.FindAsync(ClusterObjects.NameOf(target.Settings.Name, live), cancellationToken);
        var (wanted, ready) = (live.Release.Launch.Replicas, found?.Status?.AvailableReplicas ?? 0);
        var result = ready >= wanted ? AgentResult.Success() : Failed.Execution($"{ready} of {wanted} replicas of version {live.Release.Version} are ready.");
        return result with { Metrics = new Dictionary<string, double> { ["health.instances"] = wanted, ["health.healthy"] = ready } };
    }
}
