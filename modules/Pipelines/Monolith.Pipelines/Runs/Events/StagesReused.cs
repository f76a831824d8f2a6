using System.Text.Json;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Runs.Events;

/// <summary>A fork takes over what stages of another run brought; <see cref="RunCreated.Fork"/> names that run.</summary>
internal sealed record StagesReused(IReadOnlyList<ReusedStage> Stages, DateTimeOffset At) : IRunEvent;

/// <summary>What a stage brought, as in <see cref="StageSucceeded"/>.</summary>
internal sealed record ReusedStage(
    string Stage,
    JsonElement? Outputs,
    IReadOnlyDictionary<string, double>? Metrics,
    IReadOnlyList<StoredArtifact>? Artifacts,
    IReadOnlyList<GateResult>? Gates);
