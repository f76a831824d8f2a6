using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>A gate as a report shows it. Whether a stage passes, the host decides by the stage's own gates.</summary>
/// <param name="Actual">Null where it was not measured.</param>
internal sealed partial record ReportGate(string Metric, string Operator, double Threshold, double? Actual)
{
    private static readonly string[] Standard = ["line_coverage >= 80", "critical_vulns == 0", "api_breaking_changes == 0"];

    public CheckStatus Status => Actual switch
    {
        null => CheckStatus.Unknown,
        { } actual when Holds(actual) => CheckStatus.Passed,
        _ => CheckStatus.Failed,
    };

    /// <summary>Those that the stage names, else the standard ones.</summary>
    /// <exception cref="ParameterException">One or several of them cannot be read.</exception>
    public static IReadOnlyList<ReportGate> Of(IAgentContext context, IReadOnlyDictionary<string, double> metrics)
    {
        var gates = context.Parameters.Value("gates") is null ? Standard : context.Parameters.Texts("gates");
        var odd = gates.Where(gate => !Form().IsMatch(gate)).ToList();
        return odd.Count == 0
            ? [.. gates.Select(gate => Read(gate, metrics))]
            : throw new ParameterException("gates", $"has what is no gate such as 'line_coverage >= 80': {string.Join(", ", odd.Select(gate => $"'{gate.Cut(80)}'"))}");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metric} {Operator} {Threshold}");

    private static ReportGate Read(string gate, IReadOnlyDictionary<string, double> metrics)
    {
        var match = Form().Match(gate);
        return new ReportGate(
            match.Groups[1].Value, match.Groups[2].Value, double.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture),
            metrics.TryGetValue(match.Groups[1].Value, out var actual) ? actual : null);
    }

    private bool Holds(double actual) => Operator switch
    {
        "==" => actual == Threshold,
        "!=" => actual != Threshold,
        "<" => actual < Threshold,
        "<=" => actual <= Threshold,
        ">" => actual > Threshold,
        _ => actual >= Threshold,
    };

    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_.-]*) (==|!=|<=|>=|<|>) (-?[0-9]{1,15}(?:\.[0-9]{1,10})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
