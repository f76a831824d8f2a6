using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.HangingConstructor;

public sealed class HangingAgent : IAgent
{
    public HangingAgent()
    {
        using var never = new ManualResetEventSlim();
        never.Wait();
    }

    public AgentDescriptor Descriptor { get; } = new("hanging", "1.0.0", "Is never made.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
