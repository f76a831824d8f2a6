using Monolith.Plugins.CodingCli.Run;

namespace Monolith.Plugins.CodingCli;

/// <summary>Has a command-line coding agent work on a folder, within limits.</summary>
public sealed class CodingCliAgent : IAgent
{
    private readonly ActionTable actions = new(new RunAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("coding-cli", "1.0.0", "Has a command-line coding agent work on a folder, within limits.", actions.Descriptions)
        { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
