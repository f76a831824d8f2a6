using Autofac;
using Monolith.Agents.Sdk;

namespace Monolith.PluginFixtures.HostsLibrary;

/// <summary>Leans on a library that the host happens to have and that is not beside the plugin.</summary>
public sealed class LeaningAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } =
        new("leaning", "1.0.0", "Leans on the host.", [new AgentAction("build", "Builds.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        using var container = new ContainerBuilder().Build();
        return Task.FromResult(AgentResult.Success());
    }
}
