using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Programs;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>The boundary between host and plugin: whatever an agent does, a result comes back.</summary>
internal sealed class AgentInvoker(AgentCatalog catalog, TimeProvider time, ILogger<AgentInvoker> log) : IAgentInvoker
{
    /// <summary>How long an agent may take to heed a cancellation before it is left behind.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public async Task<AgentResult> InvokeAsync(AgentCall call, CancellationToken cancellationToken)
    {
        if (catalog.Instance(call.Agent) is not { } agent)
            return AgentResult.Failure(ErrorCodes.AgentNotRegistered, $"No loaded agent is called '{call.Agent}'.");
        if (call.ContentHash is { } pinned && catalog.Find(call.Agent)?.ContentHash != pinned)
            return AgentResult.Failure(
                ErrorCodes.UnsupportedVersion, $"The run began with another version of the agent '{call.Agent}', which this host does not have.");

        var mask = new SecretMask(call.Secrets.Values);
        var agentLog = new AgentLog(mask, call.Log);
        await using var programs = new ProgramRunner(call, agentLog, time);
        var context = new AgentContext(call, agentLog, programs, time);
        try
        {
            var result = await HeedAsync(Task.Run(() => agent.ExecuteAsync(context, cancellationToken), CancellationToken.None), call, cancellationToken);
            return ResultCopy.Of(result, mask);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception thrown)
        {
            return Failure(thrown, mask);
        }
    }

    public Task KillLeftoversAsync(string runId, CancellationToken cancellationToken) =>
        Task.Run(() => ProcessSweep.KillMarked(ProgramEnvironment.RunMarker, runId), cancellationToken);

    private async Task<AgentResult> HeedAsync(Task<AgentResult> work, AgentCall call, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
        if (await Task.WhenAny(work, cancelled.Task) == work)
            return await work;

        // The token is not given to the wait: it is cancelled already, and this is the time to heed it.
        if (await Task.WhenAny(work, Task.Delay(Grace, time, CancellationToken.None)) != work)
            log.LogWarning("The agent {Agent} did not heed the cancellation of {StageId} in run {RunId} and is left behind", call.Agent, call.StageId, call.RunId);
        throw new OperationCanceledException(cancellationToken);
    }

    private static AgentResult Failure(Exception thrown, SecretMask mask)
    {
        var (code, retryable) = thrown switch
        {
            ProgramStartException => (AgentErrorCodes.InsufficientResources, false),
            HttpRequestException or SocketException => (AgentErrorCodes.NetworkError, true),
            TimeoutException => (AgentErrorCodes.TaskTimeout, true),
            IOException or UnauthorizedAccessException => (AgentErrorCodes.WorkspaceError, false),
            _ => (AgentErrorCodes.TaskExecutionFailed, false),
        };
        var message = thrown is ProgramStartException ? thrown.Message : $"{thrown.GetType().Name}: {thrown.Message}";
        return AgentResult.Failure(code, mask.Apply(message), retryable);
    }
}
