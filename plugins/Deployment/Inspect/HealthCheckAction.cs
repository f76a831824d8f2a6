using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Inspect;

internal sealed class HealthCheckAction : IPluginAction
{
    public AgentAction Description { get; } = new("health_check", "Asks every instance of the live version, and the gateway, whether they are well.", KnownSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        using var target = OpenTarget.Find(context);
        if (target?.Journal.Current.Live is not { } live)
        {
            return Failed.Execution("Nothing is live there.");
        }

        if (target.Settings.IsCluster)
        {
            return await ClusterHealth.CheckAsync(context, target, live, cancellationToken);
        }

        var faults = new List<string>();
        using var readiness = new Readiness(context, target.Target, live.Release.Launch);
        foreach (var instance in live.Instances)
        {
            if (await FaultAsync(target, readiness, instance, cancellationToken) is { } fault)
            {
                faults.Add($"{instance.Id}: {fault}");
            }
        }

        var well = live.Instances.Count - faults.Count;
        if (await target.Gateway.FindAsync(cancellationToken) is null)
        {
            faults.Add("The gateway does not answer.");
        }

        var result = faults.Count == 0 ? AgentResult.Success() : Failed.Execution($"Version {live.Release.Version} is not well:\n{string.Join('\n', faults)}");
        return result with { Metrics = new Dictionary<string, double> { ["health.instances"] = live.Instances.Count, ["health.healthy"] = well } };
    }

    private static async Task<string?> FaultAsync(OpenTarget target, Readiness readiness, Instance instance, CancellationToken cancellationToken) =>
        await target.Target.IsRunningAsync(instance.Id, cancellationToken)
            ? await readiness.AskAsync(instance, cancellationToken)
            : "it does not run.";
}
