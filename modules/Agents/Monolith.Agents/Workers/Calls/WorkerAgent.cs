using Monolith.Agents.Contracts;
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
        plugin.CallAsync(context, context is AgentContext own ? own.Call : Told(context), cancellationToken);

    /// <summary>Of a context that is not a stage's: what it can tell without being reached for. It is asked for the rest when the agent wants it.</summary>
    private AgentCall Told(IAgentContext context) => new()
    {
        Agent = descriptor.Name,
        Action = context.Action,
        RunId = context.RunId,
        StageId = context.StageId,
        Attempt = context.Attempt,
        IdempotencyKey = context.IdempotencyKey,
        Parameters = context.Parameters,
        Inputs = context.Inputs,
        Workspace = context.Workspace,
        Environment = context.Environment,
        Decision = context.Decision,
        Answers = context.Answers,
        Secrets = new Dictionary<string, string>(),
        Log = context.Log.Write,
    };
}
