using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.Monitoring.Incidents;

/// <summary>An incident for people.</summary>
internal static class IncidentPage
{
    public static string Text(Incident incident)
    {
        var json = incident.Json;
        var page = new StringBuilder();
        Line(page, $"# Incident {incident.Number}: {json["target"]}, version {json["version"]}");
        Line(page, $"");
        Line(page, $"{incident.Summary}");
        Line(page, $"");
        Line(page, $"- Status: {incident.Status}");
        Line(page, $"- Opened: {json["openedAt"]}");
        Line(page, $"- Closed: {json["closedAt"]?.ToString() ?? "not yet"}");
        Section(page, "What was done", "| when | what | outcome |\n|---|---|---|", json["heals"]!, heal => $"| {heal["at"]} | {heal["action"]} | {Cell(heal["outcome"])} |");
        Section(page, "Samples", "| when | requests | errors | p95 ms | faults |\n|---|---|---|---|---|", json["samples"]!,
            sample => $"| {sample["at"]} | {sample["requests"]} | {sample["errors"]} | {P95(sample)} | {Cell(sample["faults"]!.AsArray().Count == 0 ? null : sample["faults"])} |");
        foreach (var instance in json["instances"]!.AsArray())
        {
            Line(page, $"");
            Line(page, $"## {instance!["id"]} at {instance["address"]}, {((bool)instance["running"]! ? "running" : "not running")}");
            Line(page, $"");
            Line(page, $"    {((string)instance["lastLines"]!).Replace("\n", "\n    ", StringComparison.Ordinal)}");
        }

        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, string head, JsonNode rows, Func<JsonNode, string> row)
    {
        Line(page, $"");
        Line(page, $"## {title}");
        Line(page, $"");
        Line(page, $"{head}");
        foreach (var node in rows.AsArray())
        {
            Line(page, $"{row(node!)}");
        }
    }

    private static string P95(JsonNode sample) => sample["p95Ms"] is { } p95 ? ((double)p95).ToString("0.#", CultureInfo.InvariantCulture) : "";

    private static string Cell(JsonNode? value) => (value is JsonArray lines ? string.Join(' ', lines.Select(line => (string)line!)) : value?.ToString() ?? "")
        .Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
