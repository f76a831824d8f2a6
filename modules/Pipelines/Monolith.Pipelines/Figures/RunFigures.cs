using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Gates;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Figures;

/// <summary>Tells the meters what committed events came to. Without a meter, as in tests, it does nothing.</summary>
internal sealed class RunFigures(IEnumerable<IRunMeter> meters)
{
    private readonly IRunMeter[] meters = [.. meters];

    /// <param name="run">The run with the events applied.</param>
    /// <param name="committed">What this host committed, and no other.</param>
    public void Count(RunState run, IReadOnlyList<IRunEvent> committed)
    {
        foreach (var meter in meters)
        {
            for (var i = 0; i < committed.Count; i++)
                Count(meter, run, committed[i]);
        }
    }

    private static void Count(IRunMeter meter, RunState run, IRunEvent change)
    {
        switch (change)
        {
            case DecisionRequested or DecisionSettled or DecisionEscalated or DecisionVoided:
                DecisionFigures.Count(meter, run, change);
                break;
            case StageSucceeded e:
                Attempt(meter, run, e.Stage, e.Attempt, AttemptOutcomeKind.Success, e.At);
                Gates(meter, e.Gates);
                break;
            case StageFailed e:
                Attempt(meter, run, e.Stage, e.Attempt, AttemptOutcomeKind.Failed, e.At);
                Gates(meter, e.Gates);
                break;
            case StageRetryScheduled e:
                Attempt(meter, run, e.Stage, e.Attempt, AttemptOutcomeKind.Retried, e.At);
                break;
            case RunSucceeded e:
                meter.RunEnded(RunStatus.Success, e.At - run.CreatedAt);
                break;
            case RunFailed e:
                meter.RunEnded(RunStatus.Failed, e.At - run.CreatedAt);
                break;
            case RunCancelled e:
                meter.RunEnded(RunStatus.Cancelled, e.At - run.CreatedAt);
                break;
        }
    }

    /// <summary>Waits, joins and child runs are nobody's work, so they are not counted as an agent's.</summary>
    private static void Attempt(IRunMeter meter, RunState run, string stage, int attempt, AttemptOutcomeKind outcome, DateTimeOffset at)
    {
        var index = run.IndexOf(stage);
        var definition = run.Definition.Graph.Stages[index].Definition;
        if (definition.Kind == StageKind.Agent && Began(run.Stages[index], attempt) is { } began)
            meter.AttemptEnded(definition.Agent, outcome, at - began);
    }

    private static DateTimeOffset? Began(StageState stage, int attempt)
    {
        for (var i = stage.Attempts.Length - 1; i >= 0; i--)
        {
            if (stage.Attempts[i].Number == attempt)
                return stage.Attempts[i].StartedAt;
        }

        return null;
    }

    private static void Gates(IRunMeter meter, IReadOnlyList<GateResult>? gates)
    {
        for (var i = 0; i < gates?.Count; i++)
            meter.GateEvaluated(gates[i].Passed, gates[i].Blocking);
    }
}
