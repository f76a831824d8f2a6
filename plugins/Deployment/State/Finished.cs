using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.State;

/// <summary>How the last deployment ended, for an attempt that is executed again after its host died.</summary>
/// <param name="Fault">Null when it succeeded.</param>
internal sealed record Finished(string Key, string? Fault, IReadOnlyDictionary<string, double> Metrics)
{
    public JsonObject ToJson() => new()
    {
        ["key"] = Key,
        ["fault"] = Fault,
        ["metrics"] = new JsonObject(Metrics.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)JsonValue.Create(metric.Value)))),
    };

    public static Finished? Read(JsonNode? json) => json is null ? null : new Finished(
        (string)json["key"]!, (string?)json["fault"],
        json["metrics"]!.AsObject().ToDictionary(metric => metric.Key, metric => (double)metric.Value!));
}
