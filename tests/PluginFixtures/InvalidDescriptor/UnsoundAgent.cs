using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.InvalidDescriptor;

public sealed class UnsoundAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("Not A Name", "one", "Is not.", []);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
