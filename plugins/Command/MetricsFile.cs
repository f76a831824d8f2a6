using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Command;

/// <summary>Metrics that the program left: numbers, and true and false as 1 and 0, nested objects as dotted paths.</summary>
internal static class MetricsFile
{
    public const string Name = "metrics.json";

    public static Outcome<Dictionary<string, double>> Read(string privateFolder)
    {
        if (!ReportedFile.Read(Path.Combine(privateFolder, Name), "MONOLITH_METRICS").Try(out var entries, out var failure))
        {
            return failure;
        }

        var metrics = new Dictionary<string, double>();
        return Flatten(entries, prefix: "", metrics) is { } fault ? Failed.Execution(fault) : metrics;
    }

    private static string? Flatten(JsonObject entries, string prefix, Dictionary<string, double> metrics)
    {
        foreach (var (key, value) in entries)
        {
            var path = prefix + key;
            var fault = value is JsonObject nested
                ? Flatten(nested, path + ".", metrics)
                : Number(value) is not { } number
                    ? $"The metric '{path}' in MONOLITH_METRICS must be a number, true or false; it is {Kind(value)}."
                    : metrics.TryAdd(path, number) ? null : $"MONOLITH_METRICS holds the metric '{path}' twice.";
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static double? Number(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number when double.IsFinite(value.GetValue<double>()) => value.GetValue<double>(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.String => "text",
        JsonValueKind.Array => "a list",
        _ => "out of range",
    };
}
