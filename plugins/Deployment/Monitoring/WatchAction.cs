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
        if (folder.Read()?.Live is null)
        {
            return Failed.Execution($"Nothing is live at target '{named.Name}'; deploy something first.");
        }

        using var watch = new Watch(context, request, folder);
        return await watch.RunAsync(cancellationToken);
    }
}
