using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Engine.Guards;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>Does the stages that the engine has begun, as many at once as the host allows.</summary>
internal sealed class StageRunner(
    StageAttempt attempt, AgentPlaces places, HostIdentity host, IOptions<EngineOptions> options, TimeProvider time, ILogger<StageRunner> log)
{
    private readonly StageSlots slots = new(options.Value.MaxConcurrentStages);

    /// <summary>Begins a stage and returns at once.</summary>
    /// <param name="run">The run as committed; the stage's status in it is running.</param>
    /// <param name="execution">The attempt.</param>
    /// <param name="ended">Hears how it ended, or that another host has to do it; null when it was stopped.</param>
    public void Start(RunState run, StageExecution execution, Action<StageExecution, IRunCommand?> ended) =>
        _ = RunSpans.Source.HasListeners() ? TracedAsync(run, execution, ended) : Task.Run(async () => ended(execution, await DoAsync(run, execution)));

    private async Task TracedAsync(RunState run, StageExecution execution, Action<StageExecution, IRunCommand?> ended)
    {
        var cause = Activity.Current?.Context ?? default;
        await Task.Yield();
        // The run is the parent, and not whoever woke the engine; nor is that one to be kept in memory.
        Activity.Current = null;
        using var span = StageSpans.Begin(run, execution, cause);
        var completed = await DoAsync(run, execution, span);
        StageSpans.Tell(span, completed as CompleteStage);
        // While the span is the current one: what the engine begins upon this is linked to it.
        ended(execution, completed);
    }

    private async Task<IRunCommand?> DoAsync(RunState run, StageExecution execution, Activity? span = null)
    {
        var agent = run.Definition.Graph.Stages[run.IndexOf(execution.Stage)].Definition.Agent;
        using var scope = RunScope.Begin(log, run, execution.Stage, agent, span?.Id);
        var began = time.GetTimestamp();
        var completed = await DoOrFailAsync(run, execution);
        if (log.IsEnabled(LogLevel.Debug))
        {
            log.LogDebug(
                "{Operation} {StageId} of run {RunId} ended as {Outcome} after {DurationMs} ms",
                "stage",
                execution.Stage,
                run.Id,
                StageSpans.OutcomeOf(completed as CompleteStage),
                Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 3));
        }

        return completed;
    }

    private async Task<IRunCommand?> DoOrFailAsync(RunState run, StageExecution execution)
    {
        try
        {
            var outcome = await InSlotAsync(run, execution);
            return new CompleteStage(execution.Stage, execution.Attempt, execution.Number, outcome, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (execution.Stop.IsCancellationRequested)
        {
            return null;
        }
        catch (VersionElsewhereException)
        {
            log.LogInformation("Stage {StageId} of run {RunId} is left to a host that has the version of its agent", execution.Stage, run.Id);
            return new InterruptRun(host.Id, time.GetUtcNow());
        }
        catch (Exception bug)
        {
            log.LogError(bug, "Stage {StageId} of run {RunId} broke outside its agent", execution.Stage, run.Id);
            var outcome = AttemptOutcome.Failure(ErrorCodes.StageExecutionFailed, $"The host could not do the stage: {bug.Message}");
            return new CompleteStage(execution.Stage, execution.Attempt, execution.Number, outcome, time.GetUtcNow());
        }
    }

    private async Task<AttemptOutcome> InSlotAsync(RunState run, StageExecution execution)
    {
        await execution.MayBegin;
        if (places.Of(run.Definition.Graph.Stages[run.IndexOf(execution.Stage)].Definition.Agent) is not { } own)
            return await InHostSlotAsync(run, execution);

        await own.EnterAsync(run.Share, run.Priority, execution.Stop);
        try
        {
            return await InHostSlotAsync(run, execution);
        }
        finally
        {
            own.Release();
        }
    }

    private async Task<AttemptOutcome> InHostSlotAsync(RunState run, StageExecution execution)
    {
        await slots.EnterAsync(run.Share, run.Priority, execution.Stop);
        try
        {
            return await InTimeAsync(run, execution);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<AttemptOutcome> InTimeAsync(RunState run, StageExecution execution)
    {
        var stage = run.Definition.Graph.Stages[run.IndexOf(execution.Stage)];
        using var timeout = new CancellationTokenSource(stage.Definition.Timeout ?? StageDefinition.DefaultTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(execution.Stop, timeout.Token);
        try
        {
            return await attempt.DoAsync(run, stage, execution, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !execution.Stop.IsCancellationRequested)
        {
            return TimedOut(stage.Definition);
        }
    }

    private static AttemptOutcome TimedOut(StageDefinition stage) => AttemptOutcome.Failure(
        ErrorCodes.StageTimeout, $"It took longer than its timeout of {Durations.Format(stage.Timeout ?? StageDefinition.DefaultTimeout)}.");
}
