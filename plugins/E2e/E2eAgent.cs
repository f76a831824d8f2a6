using Monolith.Plugins.E2e.Generate;
using Monolith.Plugins.E2e.Run;
using Monolith.Plugins.E2e.Validate;
using Monolith.Plugins.E2e.Write;

namespace Monolith.Plugins.E2e;

/// <summary>Runs scenarios in real browsers against an application, and writes tests from them.</summary>
public sealed class E2eAgent : IAgent
{
    private readonly ActionTable actions = new(new RunAction(), new GenerateAction(), new ValidateAction(), new WriteAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "e2e", "1.0.0", "Runs scenarios in real browsers against an application, and writes tests from them.", actions.Descriptions)
    { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
