using Monolith.Plugins.Scaffold.Create;
using Monolith.Plugins.Scaffold.Generating;
using Monolith.Plugins.Scaffold.Listing;
using Monolith.Plugins.Scaffold.Planning;

namespace Monolith.Plugins.Scaffold;

/// <summary>Writes new projects, and parts of projects, from templates or by a language model.</summary>
public sealed class ScaffoldAgent : IAgent
{
    private readonly ActionTable actions = new(new CreateAction(), new ListAction(), new PlanAction(), new GenerateAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "scaffold", "1.1.0", "Writes new projects, and parts of projects, from templates or by a language model.", actions.Descriptions)
    { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
