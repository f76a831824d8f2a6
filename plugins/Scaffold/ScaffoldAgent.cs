using Monolith.Plugins.Scaffold.Create;
using Monolith.Plugins.Scaffold.Listing;

namespace Monolith.Plugins.Scaffold;

/// <summary>Writes new projects, and parts of projects, from templates.</summary>
public sealed class ScaffoldAgent : IAgent
{
    private readonly ActionTable actions = new(new CreateAction(), new ListAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor =>
        new("scaffold", "1.0.0", "Writes new projects, and parts of projects, from templates.", actions.Descriptions);

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
