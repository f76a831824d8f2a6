using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Hosts;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Figures;
using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine;

/// <summary>
/// What follows from events once they are committed, whoever committed them: stages begin on the host that owns the run
/// and stop when it is over or owned by another, timers are set, and people are told.
/// </summary>
internal sealed class RunEffects(
    StageRunner stages,
    IAgentInvoker agents,
    WakeTimers timers,
    Workspaces workspaces,
    IRunNotices notices,
    IWakeUps wakeUps,
    WorkBell bell,
    RunFigures figures,
    FailureLog failures,
    NotificationBell notifications,
    HostIdentity host)
{
    /// <param name="run">The run with the events applied.</param>
    /// <param name="committed">The events.</param>
    /// <param name="active">The run in this host's hands.</param>
    /// <param name="ours">Whether this host committed them; each thing is counted by one host only.</param>
    public void Act(RunState run, IReadOnlyList<IRunEvent> committed, ActiveRun active, bool ours = true)
    {
        if (ours)
        {
            figures.Count(run, committed);
            failures.Tell(run, committed);
            if (NotificationItems.AreIn(run, committed))
                notifications.Ring();
        }

        if (ours && run.IsFinal)
            RunSpans.End(run);
        if (run.IsFinal || run.HostId != host.Id)
            active.Executions.StopAll();
        else
            BeginStages(run, committed, active);

        if (run.IsFinal)
            workspaces.RunEnded(run);
        if (run.IsFinal && MattersToOthers(run))
            bell.Ring();
        else if (!run.IsFinal && run.HostId == host.Id)
            SetTimer(run, active);

        Tell(run);
    }

    /// <summary>Tells whoever follows the run that it has moved on.</summary>
    public void Tell(RunState run) => notices.Publish(new RunNotice(run.Id, run.Version, host.Id));

    /// <summary>It gives a place back, a parent waits for it, or children are to end with it.</summary>
    private static bool MattersToOthers(RunState run) =>
        run.Concurrency is not null || run.Parent is not null || run.Stages.Any(stage => stage.ChildRun is not null);

    private void BeginStages(RunState run, IReadOnlyList<IRunEvent> committed, ActiveRun active)
    {
        foreach (var change in committed)
        {
            if (change is RunClaimed { Interrupted.Count: > 0 } claimed)
                BeginAgain(run, claimed, active);
            else if (change is StageStarted started)
                Begin(run, started.Stage, active);
        }
    }

    private void BeginAgain(RunState run, RunClaimed claimed, ActiveRun active)
    {
        using var span = RunSpans.TakeOver(run, claimed);
        active.Executions.Ready = agents.KillLeftoversAsync(run.Id.ToString(), CancellationToken.None);
        foreach (var stage in claimed.Interrupted)
            Begin(run, stage, active);
    }

    private void Begin(RunState run, string stage, ActiveRun active)
    {
        var state = run.Stages[run.IndexOf(stage)];
        if (state.Status == StageStatus.Running && active.Executions.Begin(stage, state.Attempt, state.Execution) is { } execution)
            stages.Start(run, execution, active.StageEnded);
    }

    private void SetTimer(RunState run, ActiveRun active)
    {
        if (Timing.NextDue(run) is not { } due || due == active.RemindedFor)
            return;
        active.RemindedFor = due;
        timers.Set(run.Id, due);
        if (run.Running == 0)
            wakeUps.Ask(run.Id, run.Pipeline, due);
    }
}
