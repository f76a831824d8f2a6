using Monolith.Kernel;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Runs.Deciding.People;

/// <summary>A stage goes on that waited for a person: the same attempt, executed again.</summary>
internal static class Resuming
{
    public static void Go(Decision decision, string stage, DateTimeOffset at)
    {
        var attempt = decision.Run.Stages[decision.Run.IndexOf(stage)].Attempt;
        if (decision.Run.IsPaused)
            decision.Emit(new StagePostponed(stage, attempt, ErrorCodes.DecisionRequired, "The run is paused; the stage goes on when it is resumed.", at, at));
        else
            decision.Emit(new StageStarted(stage, attempt, at));
    }
}
