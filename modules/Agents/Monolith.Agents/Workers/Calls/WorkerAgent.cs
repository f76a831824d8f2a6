using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Life;

namespace Monolith.Agents.Workers.Calls;

/// <summary>An agent whose code runs in another process.</summary>
internal sealed class WorkerAgent(AgentDescriptor descriptor, WorkerPlugin plugin) : IAgent
{
    public AgentDescriptor Descriptor => descriptor;

    public WorkerPlugin Plugin => plugin;

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) =>
        plugin.CallAsync((AgentContext)context, cancellationToken);
}
