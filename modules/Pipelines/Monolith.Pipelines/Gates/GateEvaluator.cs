using System.Globalization;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Gates;

/// <summary>Holds metrics against gates. What was not measured did not pass.</summary>
internal static class GateEvaluator
{
    public static IReadOnlyList<GateResult> Evaluate(IReadOnlyList<QualityGate> gates, IReadOnlyDictionary<string, double> metrics) =>
        [.. gates.Select(gate => Evaluate(gate, metrics))];

    private static GateResult Evaluate(QualityGate gate, IReadOnlyDictionary<string, double> metrics)
    {
        double? actual = metrics.TryGetValue(gate.Metric, out var value) ? value : null;
        var passed = actual is { } measured && gate.Operator.Holds(measured, gate.Threshold);
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{gate.Operator.Written()} {gate.Threshold}");
        var message = actual is null
            ? $"{gate.Metric} was not reported, wanted {wanted}"
            : string.Create(CultureInfo.InvariantCulture, $"{gate.Metric} is {Math.Round(actual.Value, 2)}, wanted {wanted}");
        return new GateResult(gate.Name, gate.Metric, gate.Operator.Written(), gate.Threshold, actual, passed, gate.Blocking, message);
    }
}
