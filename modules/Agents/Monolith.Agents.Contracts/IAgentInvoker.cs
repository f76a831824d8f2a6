using Monolith.Agents.Sdk;

namespace Monolith.Agents.Contracts;

/// <summary>Calls agents across the plugin boundary.</summary>
public interface IAgentInvoker
{
    /// <summary>Does one attempt of a stage. Whatever the agent throws comes back as a failure, never as an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; every program of the call is gone.</exception>
    Task<AgentResult> InvokeAsync(AgentCall call, CancellationToken cancellationToken);

    /// <summary>Kills programs that a call of this run left behind on this machine when its host died.</summary>
    Task KillLeftoversAsync(string runId, CancellationToken cancellationToken);
}
