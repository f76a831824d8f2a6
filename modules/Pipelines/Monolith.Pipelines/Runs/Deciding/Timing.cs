using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>What the clock brings about.</summary>
internal static class Timing
{
    public static Problem? Pass(Decision decision, DateTimeOffset now)
    {
        var run = decision.Run;
        if (run.IsFinal)
            return null;

        if (run.Deadline <= now)
        {
            var message = $"The run took longer than its timeout of {Durations.Format(run.Definition.Definition.Timeout!.Value)}.";
            decision.Emit(new RunFailed(ErrorCodes.ExecutionTimeout, message, Stage: null, now));
        }
        else if (!run.IsPaused)
        {
            StartDue(decision, now);
        }

        return null;
    }

    /// <summary>The next moment at which <see cref="Pass"/> would do something; null when there is none.</summary>
    public static DateTimeOffset? NextDue(RunState run)
    {
        if (run.IsFinal)
            return null;
        if (run.InterruptedAt is { } letGo)
            return letGo;

        var due = run.Deadline;
        if (run.IsPaused || run.Running == run.Unfinished)
            return due;

        foreach (var stage in run.Stages)
        {
            if (DueAt(stage) is { } at && (due is null || at < due))
                due = at;
        }

        return due;
    }

    private static DateTimeOffset? DueAt(StageState stage) =>
        stage.Status == StageStatus.Blocked ? stage.Blocked!.Until : stage.NotBefore;

    private static void StartDue(Decision decision, DateTimeOffset now)
    {
        for (var index = 0; index < decision.Run.Stages.Length && !decision.Run.IsFinal; index++)
        {
            var stage = decision.Run.Stages[index];
            if (!(DueAt(stage) <= now))
                continue;
            if (stage.Status == StageStatus.Pending)
                Advancing.Start(decision, index, now);
            else if (stage.Status == StageStatus.Blocked)
                Waiting.TimeIsUp(decision, index, now);
        }
    }
}
