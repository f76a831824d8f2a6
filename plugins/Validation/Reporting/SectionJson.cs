using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>Sections as JSON: in the report, and between the stages of a run.</summary>
internal static class SectionJson
{
    public static JsonObject Write(Section section) => new()
    {
        ["stage"] = section.Stage,
        ["kind"] = section.Kind,
        ["check"] = section.Check,
        ["status"] = section.Status.Text(),
        ["message"] = section.Message,
        ["at"] = section.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["metrics"] = Metrics(section.Metrics),
        ["findings"] = new JsonArray([.. section.Findings.Select(Write)]),
    };

    public static JsonObject Metrics(IEnumerable<KeyValuePair<string, double>> metrics) =>
        new(metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)));

    /// <exception cref="FormatException">It is no section.</exception>
    public static Section Read(JsonElement section) => new(
        Required(section, "stage"), Required(section, "kind"), Required(section, "check"),
        Required(section, "status") switch { "passed" => CheckStatus.Passed, "failed" => CheckStatus.Failed, _ => CheckStatus.Unknown },
        section.Word("message"),
        DateTimeOffset.Parse(Required(section, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        section.Entries("metrics").ToDictionary(metric => metric.Name, metric => metric.Value.GetDouble(), StringComparer.Ordinal),
        [.. section.Items("findings").Select(ReadFinding)]);

    private static JsonNode Write(Finding finding) => new JsonObject
    {
        ["rule"] = finding.Rule,
        ["level"] = finding.Level.Text(),
        ["message"] = finding.Message,
        ["file"] = finding.File,
        ["line"] = finding.Line,
        ["url"] = finding.Url,
        ["advice"] = finding.Advice,
    };

    private static Finding ReadFinding(JsonElement finding) => new(
        Required(finding, "rule"),
        Required(finding, "level") switch { "error" => FindingLevel.Error, "warning" => FindingLevel.Warning, _ => FindingLevel.Note },
        Required(finding, "message"))
    {
        File = finding.Word("file"),
        Line = finding.Count("line"),
        Url = finding.Word("url"),
        Advice = finding.Word("advice"),
    };

    private static string Required(JsonElement element, string name) =>
        element.Word(name) ?? throw new FormatException($"'{name}' is missing.");
}
