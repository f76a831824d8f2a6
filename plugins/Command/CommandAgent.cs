namespace Monolith.Plugins.Command;

/// <summary>Runs programs and scripts in the run's workspace.</summary>
public sealed class CommandAgent : IAgent
{
    private readonly ActionTable actions = new(new RunAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("command", "1.0.0", "Runs a program or a script in the workspace.", actions.Descriptions)
        { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
