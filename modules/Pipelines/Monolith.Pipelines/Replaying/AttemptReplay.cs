using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Replaying;

/// <summary>Finds the attempts of some agents in a run's events: what each was given when it began, and what it gave when it ended.</summary>
internal sealed class AttemptReplay(IReadOnlyCollection<string> agents)
{
    private readonly Dictionary<string, RecordedAttempt> begun = new(StringComparer.Ordinal);
    private int attempts;

    public List<RecordedAttempt> Found { get; } = [];

    /// <param name="before">The run before the event.</param>
    /// <param name="change">The event.</param>
    public void Take(RunState before, IRunEvent change)
    {
        switch (change)
        {
            case StageStarted e:
                Begin(before, e);
                break;
            case StageSucceeded e:
                End(e.Stage, new RecordedOutcome(Code: null, e.Outputs, e.Metrics ?? AttemptOutcomes.NoMetrics, Proposal: null, []));
                break;
            case StageFailed e:
                End(e.Stage, AttemptOutcomes.Of(e.Code, e.Metrics ?? AttemptOutcomes.NoMetrics), AttemptOutcomes.Untold(e.Code));
                break;
            case StageRetryScheduled e:
                End(e.Stage, AttemptOutcomes.Of(e.Code, metrics: null), AttemptOutcomes.Untold(e.Code));
                break;
            case DecisionRequested { Proposal.ByAgent: true } e:
                End(e.Stage, new RecordedOutcome(Code: null, Outputs: null, Metrics: null, $"{e.Proposal.Category}: {e.Proposal.Title}", []));
                break;
            case ClarificationRequested e when !IsDeclared(before, e):
                End(e.Stage, new RecordedOutcome(Code: null, Outputs: null, Metrics: null, Proposal: null, [.. e.Questions.Select(question => question.Id)]));
                break;
            // The agent was not called; it is called when the stage begins again.
            case DecisionRequested e:
                begun.Remove(e.Stage);
                break;
            case ClarificationRequested e:
                begun.Remove(e.Stage);
                break;
            case StagePostponed e:
                begun.Remove(e.Stage);
                break;
        }
    }

    private void Begin(RunState before, StageStarted e)
    {
        var stage = before.Definition.Graph.Stages[before.IndexOf(e.Stage)];
        if (stage.Definition.Kind == StageKind.Agent)
            attempts++;
        if (stage.Definition.Kind == StageKind.Agent && agents.Contains(stage.Definition.Agent))
            begun[e.Stage] = AttemptCalls.Of(before, stage, e.Attempt) with { IsAfterOthers = attempts > 1 };
    }

    private void End(string stage, RecordedOutcome? outcome, string? untold = null)
    {
        if (begun.Remove(stage, out var attempt))
            Found.Add(attempt.Untold is not null ? attempt : attempt with { Outcome = untold is null ? outcome : null, Untold = untold });
    }

    // A stage that must be clear before it begins asks by itself first, and its agent later.
    private static bool IsDeclared(RunState before, ClarificationRequested e) =>
        before.Definition.Graph.Stages[before.IndexOf(e.Stage)].Definition.Clarify is not null;
}
