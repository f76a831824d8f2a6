using System.Globalization;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>What to do next, most pressing first: what is unknown, gates that do not hold, then what the findings advise.</summary>
internal static class Recommendations
{
    private const int Most = 50;

    public static IReadOnlyList<string> Of(RunReport report) =>
    [
        .. Unknown(report).Concat(report.Gates.Where(gate => gate.Status == CheckStatus.Failed).Select(Gate)).Concat(Advice(report)).Distinct().Take(Most),
    ];

    private static IEnumerable<string> Unknown(RunReport report) =>
        report.Sections.Where(section => section.Status == CheckStatus.Unknown)
            .Select(section => $"{section.Check} ({section.Kind}) is unknown, so its gates fail: {section.Message?.Split('\n')[0].Cut(300)}")
            .Concat(report.Gates.Where(gate => gate.Status == CheckStatus.Unknown)
                .Select(gate => $"{gate.Metric} was not measured: let a stage measure it, or leave the gate out."));

    private static string Gate(ReportGate gate) =>
        string.Create(CultureInfo.InvariantCulture, $"The gate {gate} does not hold: {gate.Metric} is {gate.Actual}.");

    private static IEnumerable<string> Advice(RunReport report) =>
        from finding in report.Sections.SelectMany(section => section.Findings)
        where finding.Advice is not null
        group finding by (finding.Rule, finding.Advice) into alike
        orderby alike.Max(finding => finding.Level) descending, alike.Count() descending, alike.Key.Rule
        select $"{alike.Key.Rule}, {Times(alike.Count())}: {alike.Key.Advice}{Where(alike.First())}";

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Where(Finding finding) => finding.File is null ? "" : $" First in {finding.File}{(finding.Line is { } line ? $":{line}" : "")}.";
}
