using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>Begins stages whose needs are met, skips those whose needs cannot be met, ends the run when all have ended.</summary>
internal static class Advancing
{
    /// <summary>After a claim, a resume or a retry: looks at every stage.</summary>
    public static void StartReady(Decision decision, DateTimeOffset at)
    {
        if (!MayStart(decision.Run))
            return;

        foreach (var stage in decision.Run.Definition.Graph.Stages)
        {
            if (Look(decision, stage, at))
                LookAtDependents(decision, stage.Index, at);
        }

        EndRun(decision, at);
    }

    /// <summary>After a stage ended: looks at what depends on it, and on what is skipped thereby.</summary>
    public static void After(Decision decision, int ended, DateTimeOffset at)
    {
        if (MayStart(decision.Run))
            LookAtDependents(decision, ended, at);
        EndRun(decision, at);
    }

    public static void Start(Decision decision, int index, DateTimeOffset at)
    {
        var stage = decision.Run.Definition.Graph.Stages[index];
        decision.Emit(new StageStarted(stage.Definition.Id, decision.Run.Stages[index].NextAttempt, at));
        if (stage.Definition.Kind == StageKind.Wait)
            Waiting.Begin(decision, stage, at);
        else if (stage.Definition.Kind == StageKind.Join)
            Joining.End(decision, stage, at);
    }

    private static bool MayStart(RunState run) => !run.IsFinal && !run.IsPaused;

    private static void LookAtDependents(Decision decision, int ended, DateTimeOffset at)
    {
        // A queue, not recursion: what ends at once runs down a chain of any length.
        var graph = decision.Run.Definition.Graph;
        var queue = new Queue<int>([ended]);
        while (queue.TryDequeue(out var index))
        {
            foreach (var next in graph.Stages[index].Dependents.Concat(Joining.HeldBack(decision.Run, index)))
            {
                if (Look(decision, graph.Stages[next], at))
                    queue.Enqueue(next);
            }
        }
    }

    /// <returns>Whether the stage ended: it was skipped, or had nothing to do.</returns>
    private static bool Look(Decision decision, GraphStage stage, DateTimeOffset at)
    {
        var state = decision.Run.Stages[stage.Index];
        if (state.Status != StageStatus.Pending || state.NotBefore is not null)
            return false;

        var unmet = default(GraphNeed?);
        foreach (var need in stage.Needs)
        {
            if (!decision.Run.Stages[need.Index].IsFinal)
                return false;
            if (need.Required && !IsMet(decision.Run, need))
                unmet ??= need;
        }

        if (unmet is not null)
            decision.Emit(new StageSkipped(stage.Definition.Id, Reason(decision.Run, unmet), at));
        else if (Joining.HasRoom(decision.Run, stage))
            Start(decision, stage.Index, at);
        return decision.Run.Stages[stage.Index].IsFinal;
    }

    private static bool IsMet(RunState run, GraphNeed need)
    {
        var status = run.Stages[need.Index].Status;
        return need.Condition switch
        {
            NeedCondition.Success => status == StageStatus.Success || (status == StageStatus.Failed && Tolerated(run, need.Index)),
            NeedCondition.Completed => status is StageStatus.Success or StageStatus.Failed,
            _ => true,
        };
    }

    private static string Reason(RunState run, GraphNeed need)
    {
        var stage = run.Definition.Graph.Stages[need.Index].Definition.Id;
        var status = run.Stages[need.Index].Status.ToString().ToLowerInvariant();
        return $"{ErrorCodes.StageDependencyFailed}: it needs '{stage}' to end with "
            + $"{need.Condition.ToString().ToLowerInvariant()}, which ended as {status}.";
    }

    private static void EndRun(Decision decision, DateTimeOffset at)
    {
        var run = decision.Run;
        if (run.IsFinal || run.Unfinished > 0)
            return;

        decision.Emit(FirstFailure(run) is { } index ? Failed(run, index, at) : new RunSucceeded(at));
    }

    private static int? FirstFailure(RunState run)
    {
        int? first = null;
        for (var index = 0; index < run.Stages.Length; index++)
        {
            if (run.Stages[index].Status != StageStatus.Failed || Tolerated(run, index))
                continue;
            if (first is null || EndedAt(run, index) < EndedAt(run, first.Value))
                first = index;
        }

        return first;
    }

    private static RunFailed Failed(RunState run, int index, DateTimeOffset at)
    {
        var stage = run.Definition.Graph.Stages[index].Definition.Id;
        var error = run.Stages[index].Error!;
        return new RunFailed(error.Code, $"Stage '{stage}' failed: {error.Message}", stage, at);
    }

    public static bool Tolerated(RunState run, int index) => run.Definition.Graph.Stages[index].Definition.ContinueOnFailure;

    private static DateTimeOffset? EndedAt(RunState run, int index) => run.Stages[index].FinishedAt;
}
