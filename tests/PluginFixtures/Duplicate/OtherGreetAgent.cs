using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.Duplicate;

/// <summary>Takes the name of the agent in Good.</summary>
public sealed class OtherGreetAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("greet", "9.0.0", "Greets otherwise.", [new AgentAction("greet", "Greets.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success() with { Outputs = new() { ["greeting"] = "Bye." } });
}
