using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Gates;
using Monolith.Pipelines.Runs.Backoffs;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding.People;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Pipelines.Runs.Deciding;

/// <summary>An attempt ended: the gates are looked at, then the stage succeeds, fails or is tried again.</summary>
internal static class Completing
{
    public static Problem? Complete(Decision decision, CompleteStage command)
    {
        var run = decision.Run;
        var index = run.IndexOf(command.Stage);
        var state = run.Stages[index];

        // Too late: the run is over, this attempt was already answered for, or another host does it by now.
        if (run.IsFinal || !IsUnderWay(state) || (state.Attempt, state.Execution) != (command.Attempt, command.Execution))
            return null;

        var stage = run.Definition.Graph.Stages[index].Definition;
        if (command.Outcome.ChildRun is { } child)
        {
            if (state.Status == StageStatus.Running)
                decision.Emit(new StageBlocked(
                    stage.Id, command.Attempt, BlockedOn.Run, child.ToString(), state.Attempts[^1].StartedAt + stage.Timeout, command.At));
            return null;
        }

        if (command.Outcome.Postponed is { } postponed)
        {
            decision.Emit(new StagePostponed(stage.Id, command.Attempt, postponed.Reason, postponed.Message, postponed.NotBefore, command.At));
            return null;
        }

        if (command.Outcome.AsksDecision is { } proposed)
        {
            Approving.Ask(decision, command, proposed);
            return null;
        }

        if (command.Outcome.AsksQuestions is { } questions)
        {
            Clarifying.Ask(decision, command, questions);
            return null;
        }

        decision.Emit(Ended(run.Id, stage, state, command));
        if (decision.Run.Stages[index].IsFinal)
            Advancing.After(decision, index, command.At);
        return null;
    }

    // The run that a stage waits for may end before it is known that it was begun.
    private static bool IsUnderWay(StageState state) =>
        state.Status == StageStatus.Running || state is { Status: StageStatus.Blocked, Blocked.On: BlockedOn.Run };

    private static IRunEvent Ended(Guid run, StageDefinition stage, StageState state, CompleteStage command)
    {
        var outcome = command.Outcome;
        if (outcome.Error is { } error)
        {
            return MayRetry(stage.Retry, state, outcome)
                ? new StageRetryScheduled(
                    stage.Id, command.Attempt, error.Code, error.Message, command.At + Wait(run, stage, state, outcome), command.At)
                : Failed(error, gates: null) with { Exhausted = outcome.Retryable };
        }

        var gates = stage.Gates.Count == 0 ? null : GateEvaluator.Evaluate(stage.Gates, outcome.Metrics ?? NoMetrics);
        return gates?.FirstOrDefault(gate => gate is { Blocking: true, Passed: false }) is null
            ? new StageSucceeded(
                stage.Id, command.Attempt, outcome.Outputs, outcome.Metrics, outcome.Artifacts, gates, command.At)
            : Failed(GateError(gates), gates);

        StageFailed Failed(RunError why, IReadOnlyList<GateResult>? gates) => new(
            stage.Id, command.Attempt, why.Code, why.Message, outcome.Metrics, outcome.Artifacts, gates, command.At);
    }

    private static readonly Dictionary<string, double> NoMetrics = [];

    private static RunError GateError(IReadOnlyList<GateResult> gates) =>
        new(ErrorCodes.QualityGateFailed, string.Join("; ", gates.Where(g => g is { Blocking: true, Passed: false }).Select(g => g.Message)));

    private static bool MayRetry(RetryPolicy policy, StageState state, AttemptOutcome outcome) =>
        outcome.Retryable && Tries(state) < policy.MaxAttempts;

    private static TimeSpan Wait(Guid run, StageDefinition stage, StageState state, AttemptOutcome outcome)
    {
        var policy = stage.Retry;
        double? chance = policy.Jitter ? HashedChance.Of($"{run}/{stage.Id}/{state.Attempt}") : null;
        return RetryDelay.Later(RetryDelay.After(Tries(state), policy.Backoff, policy.Factor, policy.MaxBackoff, chance), outcome.RetryAfter);
    }

    private static int Tries(StageState state) => state.Attempt - state.EarlierAttempts;
}
