using System.Text.Json.Serialization;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Runs.Events;

/// <summary>A stage failed for good: its last attempt did, its failure was not retryable, or a blocking gate failed.</summary>
internal sealed record StageFailed(
    string Stage,
    int Attempt,
    string Code,
    string Message,
    IReadOnlyDictionary<string, double>? Metrics,
    IReadOnlyList<StoredArtifact>? Artifacts,
    IReadOnlyList<GateResult>? Gates,
    DateTimeOffset At) : IRunEvent
{
    /// <summary>Whether another attempt might have helped, and none was left: a dead letter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Exhausted { get; init; }
}
