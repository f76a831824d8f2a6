using System.Text.RegularExpressions;

namespace Monolith.Integration.Tests.Operations;

/// <summary>The metrics that an expression of PromQL names: its words, less labels, functions and keywords.</summary>
internal static partial class PromQlNames
{
    private static readonly string[] Keywords = ["and", "or", "unless", "bool", "offset"];

    public static IEnumerable<string> Of(string expression) =>
        Word().Matches(LabelsAndRanges().Replace(expression, " ")).Select(word => word.Value).Except(Keywords);

    /// <summary>Selectors, ranges, and the labels after by, without, on and ignoring.</summary>
    [GeneratedRegex("""\{[^}]*\}|\[[^\]]*\]|\b(by|without|on|ignoring)\s*\([^)]*\)""")]
    private static partial Regex LabelsAndRanges();

    /// <summary>A word that no parenthesis follows, for that is a function.</summary>
    [GeneratedRegex("""\b[a-zA-Z_:][a-zA-Z0-9_:]*\b(?!\s*\()""")]
    private static partial Regex Word();
}
