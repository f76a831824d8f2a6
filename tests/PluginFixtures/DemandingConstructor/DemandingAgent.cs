using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.DemandingConstructor;

/// <summary>Asks for something that no host gives.</summary>
public sealed class DemandingAgent(IServiceProvider services) : IAgent
{
    public AgentDescriptor Descriptor { get; } =
        new("demanding", "1.0.0", "Asks too much.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success() with { Outputs = new() { ["services"] = services.ToString() } });
}
