using System.Globalization;
using System.Text;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>The report for people. What tools said stands in it as text: none of it becomes a link, an image or HTML.</summary>
internal static class MarkdownReport
{
    private const int MostFindings = 30;
    private const string Special = "\\`*_{}[]<>#|!~&";

    public static void Write(RunReport report, string path) => File.WriteAllText(path, Text(report));

    public static string Text(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Validation: {report.Status.Text()}\n\nRun {Plain(report.RunId)}, {report.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.\n\n");
        text.Append("## Gates\n\n| gate | measured | |\n|---|---|---|\n");
        foreach (var gate in report.Gates)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Plain(gate.ToString())} | {(gate.Actual is { } actual ? Figure(actual) : "–")} | {gate.Status.Text()} |\n");
        }

        text.Append("\n## Checks\n\n");
        foreach (var section in report.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Plain(section.Summary())}\n");
        }

        Append(text, "Recommendations", [.. Recommendations.Of(report).Select(Plain)]);
        foreach (var section in report.Sections.Where(section => section.Findings.Count > 0))
        {
            Append(text, $"{section.Check} ({section.Kind}), stage {Plain(section.Stage)}", Findings(section));
        }

        text.Append("\n## Metrics\n\n| metric | |\n|---|---|\n");
        foreach (var metric in report.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Plain(metric.Key)} | {Figure(metric.Value)} |\n");
        }

        return text.ToString();
    }

    private static List<string> Findings(Section section)
    {
        var worst = section.Findings.OrderByDescending(finding => finding.Level).ToList();
        var lines = worst.Take(MostFindings).Select(Line).ToList();
        return worst.Count > MostFindings ? [.. lines, $"and {worst.Count - MostFindings} more"] : lines;
    }

    private static string Line(Finding finding)
    {
        var place = finding.File is null ? "" : $" {finding.File}{(finding.Line is { } line ? $":{line}" : "")}";
        return Plain($"{finding.Level.Text()} {finding.Rule}{place}: {finding.Message.Cut(400)}{(finding.Url is { } url ? $" {url}" : "")}");
    }

    private static void Append(StringBuilder text, string title, List<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n").AppendJoin('\n', lines.Select(line => $"- {line}")).Append('\n');
        }
    }

    private static string Figure(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(letter => Special.Contains(letter) ? $"\\{letter}" : char.IsControl(letter) ? " " : letter.ToString()));
}
