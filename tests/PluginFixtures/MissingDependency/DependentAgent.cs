using Monolith.Agents.Sdk;
using Monolith.PluginFixtures.LostLibrary;

namespace Monolith.PluginFixtures.MissingDependency;

/// <summary>Needs its library at the first call only; the host has to notice before.</summary>
public sealed class DependentAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("dependent", "1.0.0", "Needs a library.", [new AgentAction("read", "Reads.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success() with { Outputs = new() { ["text"] = Library.Text } });
}
