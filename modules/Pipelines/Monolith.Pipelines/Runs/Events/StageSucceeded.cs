using System.Text.Json;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Runs.Events;

/// <summary>A stage is done, its blocking gates passed.</summary>
internal sealed record StageSucceeded(
    string Stage,
    int Attempt,
    JsonElement? Outputs,
    IReadOnlyDictionary<string, double>? Metrics,
    IReadOnlyList<StoredArtifact>? Artifacts,
    IReadOnlyList<GateResult>? Gates,
    DateTimeOffset At) : IRunEvent;
