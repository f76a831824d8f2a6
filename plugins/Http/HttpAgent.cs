using Monolith.Plugins.Http.Call;
using Monolith.Plugins.Http.Check;
using Monolith.Plugins.Http.Wait;

namespace Monolith.Plugins.Http;

/// <summary>Calls URLs and checks what they answer.</summary>
public sealed class HttpAgent : IAgent
{
    private readonly ActionTable actions = new(new CallAction(), new WaitAction(), new CheckAction());

    /// <inheritdoc/>
    public AgentDescriptor Descriptor => new(
        "http", "1.0.0", "Calls URLs, waits for them, and checks what they answer.", actions.Descriptions)
    { Capabilities = new AgentCapabilities { Hosts = ["*"] } };

    /// <inheritdoc/>
    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        actions.ExecuteAsync(context, cancellationToken);
}
