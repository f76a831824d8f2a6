using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
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
        RunInterrupted e => run with { InterruptedAt = e.At },
        RunPaused => run with { IsPaused = true },
        RunResumed => run with { IsPaused = false },
        RunSucceeded e => run with { Outcome = RunStatus.Success, FinishedAt = e.At },
        RunFailed e => Over(run, RunStatus.Failed, e.At, new RunError(e.Code, e.Message, e.Stage)),
        RunCancelled e => Over(run, RunStatus.Cancelled, e.At, new RunError(PipelineCancelled, e.Reason)),
        RunRetried e => Retried(run, e),
        RunSignalled e => run with { Signals = run.Signals.SetItem(e.Signal, e.Payload) },
        StagesReused e => e.Stages.Aggregate(run, Reused),
        StageStarted e => With(run, e.Stage, s => s.Begin(e.Attempt, e.At)),
        StageBlocked e => With(run, e.Stage, s => s with { Status = StageStatus.Blocked, Blocked = new BlockedState(e.On, e.Name, e.Until) }),
        StageSucceeded e => Succeeded(run, e),
        StageFailed e => Failed(run, e),
        StageRetryScheduled e => RetryScheduled(run, e),
        DecisionRequested e => PeopleFold.Requested(run, e),
        DecisionVoteCast e => PeopleFold.Voted(run, e),
        DecisionEscalated e => PeopleFold.Escalated(run, e),
        DecisionSettled e => PeopleFold.Settled(run, e),
        DecisionVoided e => PeopleFold.Voided(run, e),
        ClarificationRequested e => PeopleFold.Requested(run, e),
        ClarificationAnswered e => PeopleFold.Answered(run, e),
        StagePostponed e => With(run, e.Stage, s => s.Postpone(e)),
        StageSkipped e => With(run, e.Stage, s => s with { Status = StageStatus.Skipped, Reason = e.Reason }),
        _ => throw new NotSupportedException($"No rule for the event {change.GetType().Name}."),
    };

    private static RunState Created(RunState run, RunCreated e) => run with
    {
        Project = e.Project ?? Project.Default,
        Pipeline = e.Pipeline,
        PipelineVersion = e.PipelineVersion,
        Inputs = e.Inputs,
        Labels = e.Labels,
        Trigger = e.Trigger,
        CommitSha = e.CommitSha,
        Branch = e.Branch,
        Plugins = e.Plugins,
        Priority = e.Priority,
        Concurrency = e.Concurrency,
        Parent = e.Parent,
        Fork = e.Fork,
        ReportTo = e.ReportTo,
        Origin = e.Origin,
        CreatedAt = e.At,
        ClockStart = e.At,
    };

    private static RunState Claimed(RunState run, RunClaimed e)
    {
        var claimed = run with { HostId = e.HostId, HostName = e.HostName, InterruptedAt = null, StartedAt = run.StartedAt ?? e.At };
        return e.Interrupted.Aggregate(claimed, (state, stage) => With(state, stage, s => s.Interrupt()));
    }

    private static RunState Succeeded(RunState run, StageSucceeded e) =>
        With(run, e.Stage, s => s.End(StageStatus.Success, e.At, error: null) with
        {
            Outputs = e.Outputs,
            Metrics = e.Metrics,
            Artifacts = e.Artifacts,
            Gates = e.Gates,
        });

    private static RunState Failed(RunState run, StageFailed e) =>
        With(PeopleFold.Close(run, e.At, stage => stage == e.Stage), e.Stage, s => (e.Exhausted ? s.Exhaust() : s).End(StageStatus.Failed, e.At, new RunError(e.Code, e.Message)) with
        {
            Metrics = e.Metrics,
            Artifacts = e.Artifacts,
            Gates = e.Gates,
        });

    private static RunState RetryScheduled(RunState run, StageRetryScheduled e) =>
        With(run, e.Stage, s => s.End(StageStatus.Pending, e.At, new RunError(e.Code, e.Message)) with
        {
            NotBefore = e.NotBefore,
        });

    private static RunState Over(RunState run, RunStatus outcome, DateTimeOffset at, RunError error) => PeopleFold.Close(run, at) with
    {
        Outcome = outcome,
        FinishedAt = at,
        InterruptedAt = null,
        Error = error,
        Running = 0,
        Unfinished = 0,
        Stages = [.. run.Stages.Select(stage => Stop(stage, outcome, at, error))],
    };

    private static StageState Stop(StageState stage, RunStatus outcome, DateTimeOffset at, RunError error) => stage.Status switch
    {
        _ when stage.IsFinal => stage,
        StageStatus.Running or StageStatus.Blocked => stage.End(
            StageStatus.Failed,
            at,
            outcome == RunStatus.Cancelled ? new RunError(TaskCancelled, error.Message) : new RunError(error.Code, error.Message)),
        _ => stage with { Status = StageStatus.Skipped, NotBefore = null, Reason = error.Message },
    };

    private static RunState Retried(RunState run, RunRetried e)
    {
        var stages = run.Stages.ToBuilder();
        var signals = run.Signals;
        foreach (var stage in e.Reset)
        {
            var index = run.IndexOf(stage);
            if (stages[index].Blocked is { On: BlockedOn.Signal, Name: { } signal })
                signals = signals.Remove(signal);
            stages[index] = new StageState { Attempts = stages[index].Attempts, EarlierAttempts = stages[index].Attempt };
        }

        return run with
        {
            ClockStart = e.At,
            Signals = signals,
            // A run with a concurrency key waits for a place again.
            HostId = run.Concurrency is null ? run.HostId : null,
            Outcome = null,
            Error = null,
            FinishedAt = null,
            IsPaused = false,
            Unfinished = e.Reset.Count,
            Stages = stages.ToImmutable(),
        };
    }

    private static RunState Reused(RunState run, ReusedStage stage) => With(run, stage.Stage, s => s with
    {
        Status = StageStatus.Success,
        Reused = true,
        Outputs = stage.Outputs,
        Metrics = stage.Metrics,
        Artifacts = stage.Artifacts,
        Gates = stage.Gates,
    });

    public static RunState With(this RunState run, string stage, Func<StageState, StageState> change)
    {
        var index = run.IndexOf(stage);
        var (before, after) = (run.Stages[index], change(run.Stages[index]));
        return run with
        {
            Stages = run.Stages.SetItem(index, after),
            Running = run.Running + Count(after.Status == StageStatus.Running) - Count(before.Status == StageStatus.Running),
            Unfinished = run.Unfinished + Count(!after.IsFinal) - Count(!before.IsFinal),
        };
    }

    private static int Count(bool one) => one ? 1 : 0;
}
