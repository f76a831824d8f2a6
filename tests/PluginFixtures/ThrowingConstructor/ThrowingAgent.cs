using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.ThrowingConstructor;

public sealed class ThrowingAgent : IAgent
{
    public ThrowingAgent() => throw new InvalidOperationException("The flux capacitor is empty");

    public AgentDescriptor Descriptor { get; } = new("throwing", "1.0.0", "Cannot be made.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
