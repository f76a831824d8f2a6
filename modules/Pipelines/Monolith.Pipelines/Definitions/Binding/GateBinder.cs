using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>Quality gates: an object, or the short form <c>line_coverage &gt;= 80</c>, which blocks.</summary>
internal static partial class GateBinder
{
    public static QualityGate Bind(Field field) => field.Value.ValueKind == JsonValueKind.String ? Short(field) : Long(field);

    private static QualityGate Short(Field field)
    {
        var text = field.Text(most: 200);
        var match = Pattern().Match(text);
        if (match.Success && double.TryParse(match.Groups["threshold"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold))
            return new QualityGate(text, match.Groups["metric"].Value, GateOperators.Parse(match.Groups["operator"].Value)!.Value, threshold, Blocking: true);

        field.Wrong($"'{FieldValues.Shorten(text)}' is not a gate. Write metric, operator, number, such as line_coverage >= 80.");
        return new QualityGate(text, "", GateOperator.Equal, 0, Blocking: true);
    }

    private static QualityGate Long(Field field)
    {
        field.IsObject("name", "metric", "operator", "threshold", "blocking");
        var metric = field["metric"].Text(required: true, most: 200);
        if (metric.Length > 0 && !MetricPattern().IsMatch(metric))
            field["metric"].Wrong("Give a dotted path such as tests.passed.");
        if (field["threshold"].IsAbsent)
            field["threshold"].Wrong("It is missing. Give a number.");
        var written = field["operator"].Text(required: true);
        if (written.Length > 0 && GateOperators.Parse(written) is null)
            field["operator"].Wrong($"'{FieldValues.Shorten(written)}' is none of {string.Join(", ", GateOperators.All)}.");
        var operation = GateOperators.Parse(written) ?? GateOperator.Equal;
        var threshold = field["threshold"].Number(0, double.MinValue, double.MaxValue);
        var name = field["name"].Text(otherwise: string.Create(CultureInfo.InvariantCulture, $"{metric} {written} {threshold}"), most: 200);
        return new QualityGate(name, metric, operation, threshold, field["blocking"].Flag(true));
    }

    [GeneratedRegex(@"^\s*(?<metric>[A-Za-z_][\w.\-]*)\s*(?<operator>==|!=|<=|>=|<|>)\s*(?<threshold>[-+]?[0-9.]+([eE][-+]?[0-9]+)?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[A-Za-z_][\w.\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex MetricPattern();
}
