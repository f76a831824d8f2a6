using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Masking;
using Monolith.Agents.Network;
using Monolith.Agents.Programs;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Invocation;

/// <summary>One call of one agent, from its first line to the last program it started.</summary>
internal sealed class AgentExecution
{
    /// <summary>How long a cancelled agent may tidy up before it is left behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LoadedAgent agent;
    private readonly AgentCall call;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SecretMask mask;
    private readonly AgentLog log;
    private readonly ProgramRunner programs;
    private readonly AgentContext context;

    public AgentExecution(
        LoadedAgent agent, AgentCall call, ProgramSandbox sandbox, AgentNetwork network, TimeProvider time, ILogger logger, IModelAccess? models)
    {
        this.agent = agent;
        this.call = call;
        this.time = time;
        this.logger = logger;
        mask = SecretMask.For(call.Secrets);
        log = new AgentLog(call.Log, mask, logger);
        programs = new ProgramRunner(call, new ConfinedAgent(sandbox, agent), log, time, logger);
        context = new AgentContext(call, log, programs, network, models, time) { PluginFolder = agent.Folder };
    }

    public async Task<AgentResult> RunAsync(CancellationToken cancellationToken)
    {
        using var span = AgentSpans.Call(call, agent.Listing.Plugin);
        // The agent gets a token of its own: what it registers there and forgets goes with the call.
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = cancellation.Token;
        var work = Task.Run(() => WorkAsync(token), CancellationToken.None);
        try
        {
            var result = await work.WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            AgentSpans.Tell(span, result);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(programs.KillAllAsync(), EndOrLeaveAsync(work));
            throw;
        }
        finally
        {
            await programs.CloseAsync();
            log.Close();
        }
    }

    private async Task<AgentResult> WorkAsync(CancellationToken token)
    {
        try
        {
            var working = agent.Instance.ExecuteAsync(context, token);
            return ResultBoundary.Accept(working is null ? null : await working, mask);
        }
        catch (Exception fault)
        {
            log.Write(AgentLogLevel.Debug, PluginException.Details(fault));
            call.OnException?.Invoke();
            var (code, retryable) = AgentFault.Classify(fault);
            return AgentResult.Failure(code, ResultBoundary.Message(AgentFault.Describe(fault), mask), retryable);
        }
        finally
        {
            agent.Calls.Leave();
        }
    }

    private async Task EndOrLeaveAsync(Task<AgentResult> work)
    {
        try
        {
            await work.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            logger.LogWarning(
                "Agent {Agent} of plugin {Plugin} ignores cancellation: "
                + "action {Action} of run {RunId}, stage {StageId} is left behind, still running",
                call.Agent,
                agent.Listing.Plugin,
                call.Action,
                call.RunId,
                call.StageId);
            _ = ReportEndAsync(work);
        }
    }

    private async Task ReportEndAsync(Task<AgentResult> work)
    {
        await work;
        logger.LogInformation(
            "Agent {Agent}: the call left behind in run {RunId}, stage {StageId} has ended",
            call.Agent,
            call.RunId,
            call.StageId);
    }
}
