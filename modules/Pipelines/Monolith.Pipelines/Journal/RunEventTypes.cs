using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Journal;

/// <summary>The stored name of each event. A name, once written, stays for ever.</summary>
internal static class RunEventTypes
{
    public static readonly IReadOnlyList<RunEventType> All =
    [
        Of("run_created", JournalJson.Default.RunCreated),
        Of("run_claimed", JournalJson.Default.RunClaimed),
        Of("run_interrupted", JournalJson.Default.RunInterrupted),
        Of("run_paused", JournalJson.Default.RunPaused),
        Of("run_resumed", JournalJson.Default.RunResumed),
        Of("run_succeeded", JournalJson.Default.RunSucceeded),
        Of("run_failed", JournalJson.Default.RunFailed),
        Of("run_cancelled", JournalJson.Default.RunCancelled),
        Of("run_retried", JournalJson.Default.RunRetried),
        Of("run_signalled", JournalJson.Default.RunSignalled),
        Of("stages_reused", JournalJson.Default.StagesReused),
        Of("stage_blocked", JournalJson.Default.StageBlocked),
        Of("stage_started", JournalJson.Default.StageStarted),
        Of("stage_succeeded", JournalJson.Default.StageSucceeded),
        Of("stage_failed", JournalJson.Default.StageFailed),
        Of("stage_retry_scheduled", JournalJson.Default.StageRetryScheduled),
        Of("stage_skipped", JournalJson.Default.StageSkipped),
        Of("stage_postponed", JournalJson.Default.StagePostponed),
        Of("decision_requested", JournalJson.Default.DecisionRequested),
        Of("decision_vote_cast", JournalJson.Default.DecisionVoteCast),
        Of("decision_escalated", JournalJson.Default.DecisionEscalated),
        Of("decision_settled", JournalJson.Default.DecisionSettled),
        Of("decision_voided", JournalJson.Default.DecisionVoided),
        Of("clarification_requested", JournalJson.Default.ClarificationRequested),
        Of("clarification_answered", JournalJson.Default.ClarificationAnswered),
    ];

    private static readonly FrozenDictionary<string, RunEventType> ByName = All.ToFrozenDictionary(type => type.Name);
    private static readonly FrozenDictionary<Type, RunEventType> ByClrType = All.ToFrozenDictionary(type => type.ClrType);

    public static RunEventType Of(IRunEvent change) => ByClrType[change.GetType()];

    /// <exception cref="JournalTooNewException">A newer host wrote an event this one does not know.</exception>
    public static RunEventType Named(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new JournalTooNewException($"The run has the event '{name}', which this host does not know.");

    private static RunEventType Of<T>(string name, JsonTypeInfo<T> json)
        where T : IRunEvent => new(name, typeof(T), json);
}

/// <summary>One kind of event and how it is written.</summary>
internal sealed record RunEventType(string Name, Type ClrType, JsonTypeInfo Json);
