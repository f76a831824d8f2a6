using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>All that the checks of a run say, and what follows from it.</summary>
internal sealed record RunReport(
    string RunId, DateTimeOffset At, IReadOnlyList<Section> Sections, IReadOnlyDictionary<string, double> Metrics, IReadOnlyList<ReportGate> Gates)
{
    /// <summary>The worst of its checks and gates. What is not known is no success.</summary>
    public CheckStatus Status =>
        Statuses.Contains(CheckStatus.Failed) ? CheckStatus.Failed
        : Statuses.Contains(CheckStatus.Unknown) || Sections.Count == 0 ? CheckStatus.Unknown
        : CheckStatus.Passed;

    public int Findings(FindingLevel level) => Sections.Sum(section => section.Findings.Count(finding => finding.Level == level));

    private IEnumerable<CheckStatus> Statuses => Sections.Select(section => section.Status).Concat(Gates.Select(gate => gate.Status));

    public static RunReport Of(IAgentContext context, IReadOnlyList<Section> sections)
    {
        var metrics = Together(sections);
        return new RunReport(context.RunId, context.Time.GetUtcNow(), sections, metrics, ReportGate.Of(context, metrics));
    }

    /// <summary>Where several checks measure the same, the worse figure counts: one repository's success hides no other's failure.</summary>
    public static Dictionary<string, double> Together(IReadOnlyList<Section> sections) => sections
        .SelectMany(section => section.Metrics)
        .GroupBy(metric => metric.Key, metric => metric.Value)
        .ToDictionary(metric => metric.Key, metric => Worse(metric.Key, metric), StringComparer.Ordinal);

    private static double Worse(string name, IEnumerable<double> values) =>
        name.EndsWith("coverage", StringComparison.Ordinal) || name is "tests.passed" or "tests.total" ? values.Min() : values.Max();
}
