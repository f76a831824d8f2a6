using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Monitoring.Watching;

/// <summary>Looks at a target without changing it, so that deployments go on meanwhile.</summary>
internal sealed class Sampler(IAgentContext context, TargetFolder folder, Policy limits) : IDisposable
{
    private readonly GatewayClient gateway = new(folder.Socket);
    private (string Group, Traffic Traffic)? before;

    public void Dispose() => gateway.Dispose();

    /// <returns>Null while a deployment is under way, which judges its version itself.</returns>
    public async Task<Sample?> TakeAsync(CancellationToken cancellationToken)
    {
        if (folder.Read() is not { Live: { } live, Change: null } journal)
        {
            return null;
        }

        var faults = new List<string>();
        var traffic = await TrafficAsync(live, faults, cancellationToken);
        var target = TargetTypes.Make(context, TargetSettings.Parse(journal.TargetJson), folder);
        foreach (var instance in live.Instances)
        {
            if (!await target.IsRunningAsync(instance.Id, cancellationToken))
            {
                faults.Add($"{instance.Id} does not run.");
            }
        }

        return new Sample(context.Time.GetUtcNow(), traffic, faults);
    }

    private async Task<Traffic?> TrafficAsync(Deployed live, List<string> faults, CancellationToken cancellationToken)
    {
        if (await gateway.FindAsync(cancellationToken) is not { } status)
        {
            faults.Add("The gateway does not answer.");
            return null;
        }

        var total = status.TrafficOf(live.Group);
        // What came before the first sample is not this stage's matter.
        var traffic = total.Since(before?.Group == live.Group ? before.Value.Traffic : total);
        before = (live.Group, total);
        if (new Observation(context, gateway, limits).Fault(status, live, traffic) is { } fault)
        {
            faults.Add(fault);
        }

        return traffic;
    }
}
