using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Sdk100;

public sealed class VeteranAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("sdk-100", "1.0.0", "Was built against the SDK 1.0.0.", Surface.Actions);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Surface.DoAsync(context, cancellationToken);
}
