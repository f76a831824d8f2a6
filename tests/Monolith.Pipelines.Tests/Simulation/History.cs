using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>What must hold in any history, told from the events alone and not by the rules that made them.</summary>
internal static class History
{
    public static void Check(SimulatedJournal journal)
    {
        var run = RunState.New(SimulatedJournal.RunId, journal.Current.Definition);
        foreach (var change in journal.All)
        {
            Check(run, change);
            run = run.Apply(change);
            Assert.Equal(run.Stages.Count(stage => stage.Status == StageStatus.Running), run.Running);
            Assert.Equal(run.Stages.Count(stage => !stage.IsFinal), run.Unfinished);
        }

        Assert.True(run.IsFinal);
        Assert.All(run.Stages, stage => Assert.True(stage.IsFinal));
        if (run.Status != RunStatus.Cancelled)
            Assert.Equal(run.Stages.Where((_, i) => IsFailure(run, i)).Any(), run.Status == RunStatus.Failed);
    }

    private static void Check(RunState run, IRunEvent change)
    {
        Assert.True(!run.IsFinal || change is RunRetried, $"{change} came after the end");
        switch (change)
        {
            case StageStarted started:
                var stage = run.Definition.Graph.Stages[run.IndexOf(started.Stage)];
                Assert.Equal(StageStatus.Pending, run.Stages[stage.Index].Status);
                Assert.False(run.IsPaused);
                Assert.All(stage.Needs, need => Assert.True(IsMet(run, need), $"{started.Stage} began too early"));
                break;
            case StageSucceeded done:
                var state = run.Stages[run.IndexOf(done.Stage)];
                Assert.False(state.IsFinal, $"{done.Stage} was committed twice");
                Assert.Equal(state.Attempt, done.Attempt);
                CheckHost(run, done);
                CheckGates(run, done);
                break;
        }
    }

    /// <summary>What an agent did is committed only while the host that it ran on owns the run.</summary>
    private static void CheckHost(RunState run, StageSucceeded done)
    {
        if (done.Outputs is { } outputs && outputs.TryGetProperty("host", out var host) && !outputs.GetProperty("isChild").GetBoolean())
            Assert.Equal(run.HostId, host.GetGuid());
    }

    private static void CheckGates(RunState run, StageSucceeded done)
    {
        var gates = run.Definition.Graph.Stages[run.IndexOf(done.Stage)].Definition.Gates;
        if (gates.Count > 0)
            Assert.InRange(done.Metrics!["score"], 50, 100);
    }

    private static bool IsFailure(RunState run, int index) =>
        run.Stages[index].Status == StageStatus.Failed && !run.Definition.Graph.Stages[index].Definition.ContinueOnFailure;

    private static bool IsMet(RunState run, GraphNeed need)
    {
        var status = run.Stages[need.Index].Status;
        if (!run.Stages[need.Index].IsFinal)
            return false;
        return !need.Required || need.Condition switch
        {
            NeedCondition.Success => status == StageStatus.Success || (status == StageStatus.Failed && !IsFailure(run, need.Index)),
            NeedCondition.Completed => status != StageStatus.Skipped,
            _ => true,
        };
    }
}
