using Monolith.Plugins.Deployment.Monitoring;

namespace Monolith.Plugins.Deployment;

/// <summary>Watches what was deployed, and heals it.</summary>
public sealed class MonitoringAgent : IAgent
{
    private readonly ActionTable actions = new(new WatchAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new("monitoring", "1.0.0", "Watches what was deployed, and heals it.", actions.Descriptions)
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
