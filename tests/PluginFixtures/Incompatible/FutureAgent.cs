using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Incompatible;

public sealed class FutureAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("future", "1.0.0", "Comes too early.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
