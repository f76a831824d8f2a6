using Monolith.Plugins.Deployment.Monitoring.Watching;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Monitoring;

internal sealed class WatchAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "watch", "Watches the health, error rate and latency of a target, and heals it by a policy.", WatchSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var request = WatchRequest.Read(context.Parameters);
        var named = TargetSettings.Of(context);
        var folder = TargetFolder.Of(context, named.State, named.Name);
        if (folder.Read() is not { Live: not null } journal)
        {
            return Failed.Execution($"Nothing is live at target '{named.Name}'; deploy something first.");
        }

        if (TargetSettings.Parse(journal.TargetJson).IsCluster)
        {
            return Failed.Validation("A cluster watches and restarts its pods itself; target.name must be of another type.");
        }

        using var watch = new Watch(context, request, folder);
        return await watch.RunAsync(cancellationToken);
    }
}
