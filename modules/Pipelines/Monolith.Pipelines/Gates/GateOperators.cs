using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Gates;

/// <summary>The six comparisons, as written in definitions.</summary>
internal static class GateOperators
{
    private static readonly string[] Signs = ["==", "!=", "<", "<=", ">", ">="];

    public static IReadOnlyList<string> All => Signs;

    public static GateOperator? Parse(string written)
    {
        var index = Array.IndexOf(Signs, written);
        return index >= 0 ? (GateOperator)index : null;
    }

    public static string Written(this GateOperator operation) => Signs[(int)operation];

    /// <summary>False for every comparison with what is not a number.</summary>
    public static bool Holds(this GateOperator operation, double actual, double threshold) => !double.IsNaN(actual) && operation switch
    {
        GateOperator.Equal => actual == threshold,
        GateOperator.NotEqual => actual != threshold,
        GateOperator.Less => actual < threshold,
        GateOperator.LessOrEqual => actual <= threshold,
        GateOperator.Greater => actual > threshold,
        GateOperator.GreaterOrEqual => actual >= threshold,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
