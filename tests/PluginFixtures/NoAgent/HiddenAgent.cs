using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.NoAgent;

/// <summary>Not public, so no agent.</summary>
internal sealed class HiddenAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("hidden", "1.0.0", "Is hidden.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
