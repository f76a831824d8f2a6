using Monolith.Plugins.Deployment.Deploy;
using Monolith.Plugins.Deployment.Images;
using Monolith.Plugins.Deployment.Inspect;

namespace Monolith.Plugins.Deployment;

/// <summary>Puts versions of an application to work, and takes back those that do not do well.</summary>
public sealed class DeploymentAgent : IAgent
{
    private readonly ActionTable actions = new(
        new DeployAction(), new RollbackAction(), new StatusAction(), new HealthCheckAction(), new StopAction(),
        new BuildImageAction(), new PushAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("deployment", "1.0.0", "Puts versions of an application to work, and takes back those that do not do well.", actions.Descriptions)
        { Capabilities = new AgentCapabilities { Unconfined = "It starts servers and containers that outlive the stage." } };

    /// <inheritdoc/>
    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await actions.ExecuteAsync(context, cancellationToken);
        }
        catch (DeploymentException fault)
        {
            return fault.Failure;
        }
    }
}
