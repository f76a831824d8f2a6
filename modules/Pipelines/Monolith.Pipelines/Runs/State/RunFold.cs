using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Events;
using static Monolith.Kernel.ErrorCodes;

namespace Monolith.Pipelines.Runs.State;

/// <summary>What each event does to the state. Pure: neither time nor id is made here.</summary>
internal static class RunFold
{
    public static RunState Apply(this RunState run, IRunEvent change) => Change(run, change) with { Version = run.Version + 1 };

    private static RunState Change(RunState run, IRunEvent change) => change switch
    {
        RunCreated e => Created(run, e),
        RunClaimed e => Claimed(run, e),
        RunPaused => run with { IsPaused = true },
        RunResumed => run with { IsPaused = false },
        RunSucceeded e => run with { Outcome = RunStatus.Success, FinishedAt = e.At },
        RunFailed e => Over(run, RunStatus.Failed, e.At, new RunError(e.Code, e.Message, e.Stage)),
        RunCancelled e => Over(run, RunStatus.Cancelled, e.At, new RunError(PipelineCancelled, e.Reason)),
        RunRetried e => Retried(run, e),
        StageStarted e => With(run, e.Stage, s => s.Begin(e.Attempt, e.At), running: +1),
        StageSucceeded e => Succeeded(run, e),
        StageFailed e => Failed(run, e),
        StageRetryScheduled e => RetryScheduled(run, e),
        StageSkipped e => With(run, e.Stage, s => s with { Status = StageStatus.Skipped, Reason = e.Reason }, ended: 1),
        _ => throw new NotSupportedException($"No rule for the event {change.GetType().Name}."),
    };

    private static RunState Created(RunState run, RunCreated e) => run with
    {
        Pipeline = e.Pipeline,
        PipelineVersion = e.PipelineVersion,
        Inputs = e.Inputs,
        Labels = e.Labels,
        Trigger = e.Trigger,
        CommitSha = e.CommitSha,
        Branch = e.Branch,
        Plugins = e.Plugins,
        CreatedAt = e.At,
        ClockStart = e.At,
    };

    private static RunState Claimed(RunState run, RunClaimed e)
    {
        var claimed = run with { HostId = e.HostId, HostName = e.HostName, StartedAt = run.StartedAt ?? e.At };
        return e.Interrupted.Aggregate(claimed, (state, stage) => With(state, stage, s => s.Interrupt()));
    }

    private static RunState Succeeded(RunState run, StageSucceeded e) =>
        With(run, e.Stage, s => s.End(StageStatus.Success, e.At, error: null) with
        {
            Outputs = e.Outputs,
            Metrics = e.Metrics,
            Artifacts = e.Artifacts,
            Gates = e.Gates,
        }, running: -1, ended: 1);

    private static RunState Failed(RunState run, StageFailed e) =>
        With(run, e.Stage, s => s.End(StageStatus.Failed, e.At, new RunError(e.Code, e.Message)) with
        {
            Metrics = e.Metrics,
            Artifacts = e.Artifacts,
            Gates = e.Gates,
        }, running: -1, ended: 1);

    private static RunState RetryScheduled(RunState run, StageRetryScheduled e) =>
        With(run, e.Stage, s => s.End(StageStatus.Pending, e.At, new RunError(e.Code, e.Message)) with
        {
            NotBefore = e.NotBefore,
        }, running: -1);

    private static RunState Over(RunState run, RunStatus outcome, DateTimeOffset at, RunError error) => run with
    {
        Outcome = outcome,
        FinishedAt = at,
        Error = error,
        Running = 0,
        Unfinished = 0,
        Stages = [.. run.Stages.Select(stage => Stop(stage, outcome, at, error))],
    };

    private static StageState Stop(StageState stage, RunStatus outcome, DateTimeOffset at, RunError error) => stage.Status switch
    {
        _ when stage.IsFinal => stage,
        StageStatus.Running => stage.End(
            StageStatus.Failed,
            at,
            outcome == RunStatus.Cancelled ? new RunError(TaskCancelled, error.Message) : new RunError(error.Code, error.Message)),
        _ => stage with { Status = StageStatus.Skipped, NotBefore = null, Reason = error.Message },
    };

    private static RunState Retried(RunState run, RunRetried e)
    {
        var stages = run.Stages.ToBuilder();
        foreach (var stage in e.Reset)
        {
            var index = run.IndexOf(stage);
            stages[index] = new StageState { Attempts = stages[index].Attempts, EarlierAttempts = stages[index].Attempt };
        }

        return run with
        {
            ClockStart = e.At,
            Outcome = null,
            Error = null,
            FinishedAt = null,
            IsPaused = false,
            Unfinished = e.Reset.Count,
            Stages = stages.ToImmutable(),
        };
    }

    private static RunState With(
        RunState run, string stage, Func<StageState, StageState> change, int running = 0, int ended = 0)
    {
        var index = run.IndexOf(stage);
        return run with
        {
            Stages = run.Stages.SetItem(index, change(run.Stages[index])),
            Running = run.Running + running,
            Unfinished = run.Unfinished - ended,
        };
    }
}
