using System.Text.Json.Serialization;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;

namespace Monolith.Pipelines.Journal;

/// <summary>How events are written: generated at compile time, for speed and so that a change shows in review.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunCreated))]
[JsonSerializable(typeof(RunClaimed))]
[JsonSerializable(typeof(RunInterrupted))]
[JsonSerializable(typeof(RunPaused))]
[JsonSerializable(typeof(RunResumed))]
[JsonSerializable(typeof(RunSucceeded))]
[JsonSerializable(typeof(RunFailed))]
[JsonSerializable(typeof(RunCancelled))]
[JsonSerializable(typeof(RunRetried))]
[JsonSerializable(typeof(StageStarted))]
[JsonSerializable(typeof(StageSucceeded))]
[JsonSerializable(typeof(StageFailed))]
[JsonSerializable(typeof(StageRetryScheduled))]
[JsonSerializable(typeof(StageSkipped))]
[JsonSerializable(typeof(StageBlocked))]
[JsonSerializable(typeof(StagesReused))]
[JsonSerializable(typeof(RunSignalled))]
[JsonSerializable(typeof(StagePostponed))]
[JsonSerializable(typeof(DecisionRequested))]
[JsonSerializable(typeof(DecisionVoteCast))]
[JsonSerializable(typeof(DecisionEscalated))]
[JsonSerializable(typeof(DecisionSettled))]
[JsonSerializable(typeof(DecisionVoided))]
[JsonSerializable(typeof(ClarificationRequested))]
[JsonSerializable(typeof(ClarificationAnswered))]
[JsonSerializable(typeof(Items.DecisionData))]
[JsonSerializable(typeof(Items.ClarificationData))]
[JsonSerializable(typeof(Items.DeadLetterData))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class JournalJson : JsonSerializerContext;
