using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.InvalidDescriptor;

/// <summary>Sound itself, but of a plugin whose other agent is not.</summary>
public sealed class SoundAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("sound", "1.0.0", "Is sound.", [new AgentAction("none", "Nothing.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AgentResult.Success());
}
