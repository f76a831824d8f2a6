using System.Globalization;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Validation.DotNet.Building;

/// <summary>What MSBuild counts at the end of a build.</summary>
internal static partial class BuildSummary
{
    /// <summary>Without an end of a build in the output, nothing was counted and nothing is given.</summary>
    public static Dictionary<string, double> Metrics(string output)
    {
        var metrics = new Dictionary<string, double>();
        Add(metrics, "build.warnings", Warnings().Matches(output));
        Add(metrics, "build.errors", Errors().Matches(output));
        return metrics;
    }

    private static void Add(Dictionary<string, double> metrics, string name, MatchCollection counts)
    {
        if (counts.Count > 0)
        {
            metrics[name] = double.Parse(counts[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"^\s+([0-9]+) Warning\(s\)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Warnings();

    [GeneratedRegex(@"^\s+([0-9]+) Error\(s\)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Errors();
}
