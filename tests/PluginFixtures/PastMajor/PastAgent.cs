using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.PastMajor;

public sealed class PastAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("past", "1.0.0", "Was built one major version ago.", [new AgentAction("say", "Says so.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success() with { Outputs = new() { ["run"] = context.RunId } });
}
