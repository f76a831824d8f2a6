using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>The report as JSON: all of it, for programs. Its form is on the agent's page.</summary>
internal static class JsonRunReport
{
    private const int Version = 1;

    public static void Write(RunReport report, string path) => WriteTo(path, new JsonObject
    {
        ["version"] = Version,
        ["run"] = report.RunId,
        ["at"] = report.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["status"] = report.Status.Text(),
        ["metrics"] = SectionJson.Metrics(report.Metrics),
        ["gates"] = new JsonArray([.. report.Gates.Select(Gate)]),
        ["recommendations"] = new JsonArray([.. Recommendations.Of(report).Select(text => JsonValue.Create(text))]),
        ["checks"] = new JsonArray([.. report.Sections.Select(SectionJson.Write)]),
    });

    public static void WriteTo(string path, JsonNode node)
    {
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        node.WriteTo(writer);
    }

    private static JsonNode Gate(ReportGate gate) => new JsonObject
    {
        ["metric"] = gate.Metric,
        ["operator"] = gate.Operator,
        ["threshold"] = gate.Threshold,
        ["actual"] = gate.Actual,
        ["status"] = gate.Status.Text(),
    };
}
