using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;
using Monolith.Plugins.Deployment.Targets;
using Monolith.Plugins.Deployment.Targets.Kubernetes;

namespace Monolith.Plugins.Deployment.Rollouts;

/// <summary>Brings a release to work at a target, or takes it back.</summary>
internal interface IDeployer
{
    /// <param name="key">The same for the same attempt, however often it is executed.</param>
    Task<Finished> DeployAsync(Release release, Policy policy, string key, CancellationToken cancellationToken);

    static IDeployer Of(IAgentContext context, OpenTarget target) => target.Settings.IsCluster ? new ClusterDeployer(context, target) : new Deployer(context, target);
}
