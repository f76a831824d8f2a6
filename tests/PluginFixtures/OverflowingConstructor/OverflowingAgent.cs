using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.OverflowingConstructor;

public sealed class OverflowingAgent : IAgent
{
    public OverflowingAgent() => Depth = Fall(0);

    public int Depth { get; }

    public AgentDescriptor Descriptor { get; } = new("overflowing", "1.0.0", "Is never made.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Task.FromResult(AgentResult.Success());

    private static int Fall(int depth) => Fall(depth + 1) + Fall(depth + 2);
}
