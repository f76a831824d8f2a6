using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Gateways;

namespace Monolith.Plugins.Deployment.Monitoring.Watching;

/// <summary>How a target was at one time.</summary>
/// <param name="Traffic">Since the sample before; null when nobody could say.</param>
/// <param name="Faults">What was not as it should be; empty when all was well.</param>
internal sealed record Sample(DateTimeOffset At, Traffic? Traffic, IReadOnlyList<string> Faults)
{
    public bool IsGood => Faults.Count == 0;

    public JsonObject ToJson() => new()
    {
        ["at"] = At,
        ["requests"] = Traffic?.Requests,
        ["errors"] = Traffic?.Errors,
        ["p95Ms"] = Traffic?.P95Ms,
        ["faults"] = new JsonArray([.. Faults.Select(fault => JsonValue.Create(fault))]),
    };
}
