using Monolith.Plugins.Deployment.Rollouts;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.Targets;

namespace Monolith.Plugins.Deployment.Deploy;

internal sealed class DeployAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "deploy", "Starts a new version, gives it the requests by a strategy, and takes them back when it does not do well.", DeploySchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        DeployCheck.Check(context.Parameters);
        var policy = Policy.Read(context.Parameters);
        using var target = OpenTarget.ForDeployment(context);
        var release = await target.Target.LayAsync(cancellationToken);
        LaunchEnvironment.Of(context, release.Launch);
        var finished = await IDeployer.Of(context, target).DeployAsync(release, policy, context.IdempotencyKey, cancellationToken);
        return DeployResult.Of(target, release, finished);
    }
}
