using System.Text.Json;

namespace Monolith.Pipelines.Contracts;

/// <summary>One committed event of a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Version">1 for a run's first event, one more for each that follows, without gaps.</param>
/// <param name="Type">The stored name, such as <c>stage_succeeded</c>.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Data">The event itself, a JSON object.</param>
public sealed record RunEvent(Guid RunId, long Version, string Type, DateTimeOffset At, JsonElement Data);
