using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Samples;

/// <summary>The gates of a stage, as text or as an object.</summary>
internal static class Gates
{
    /// <summary>The blocking gates that the metrics do not pass.</summary>
    public static IReadOnlyList<string> Failing(JsonArray? gates, IReadOnlyDictionary<string, double> metrics) =>
        [.. (gates ?? []).Where(gate => !Passes(gate!, metrics) && IsBlocking(gate!)).Select(gate => gate!.ToString())];

    private static bool IsBlocking(JsonNode gate) => gate is not JsonObject entries || (bool?)entries["blocking"] != false;

    private static bool Passes(JsonNode gate, IReadOnlyDictionary<string, double> metrics)
    {
        var parts = gate is JsonObject entries
            ? [(string)entries["metric"]!, (string)entries["operator"]!, entries["threshold"]!.ToString()]
            : ((string)gate!).Split(' ');
        var threshold = double.Parse(parts[2], CultureInfo.InvariantCulture);
        return metrics.TryGetValue(parts[0], out var actual) && parts[1] switch
        {
            "==" => actual == threshold,
            "!=" => actual != threshold,
            "<" => actual < threshold,
            "<=" => actual <= threshold,
            ">" => actual > threshold,
            ">=" => actual >= threshold,
            _ => throw new InvalidOperationException($"There is no operator {parts[1]}."),
        };
    }
}
