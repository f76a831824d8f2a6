namespace Monolith.Agents.Sdk;

/// <summary>
/// Does stages of pipelines. Every public, concrete class of a plugin's main assembly that implements this interface
/// is one agent; the host makes one instance when it loads the plugin and calls it from many threads at once.
/// The constructor may ask for a <see cref="TimeProvider"/> and for concrete classes of the plugin itself.
/// </summary>
public interface IAgent
{
    /// <summary>What the agent is called and can do. Read once, when the plugin is loaded.</summary>
    AgentDescriptor Descriptor { get; }

    /// <summary>
    /// Does one attempt of one stage. It may run again with the same <see cref="IAgentContext.IdempotencyKey"/> when the
    /// host died before the result was committed.
    /// </summary>
    /// <param name="context">The stage's parameters, inputs, workspace and means.</param>
    /// <param name="cancellationToken">Cancelled on time-out, on cancel and when the host stops.</param>
    /// <returns>Expected failures as <see cref="AgentResult.Failure"/>; an exception counts as TASK_EXECUTION_FAILED.</returns>
    Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken);
}
