using Monolith.Plugins.Validation.Coverage;

namespace Monolith.Plugins.Validation.TestResults;

internal static class TestMetrics
{
    /// <summary>Coverage that was not measured is left out, so that its gate fails.</summary>
    public static Dictionary<string, double> Of(TestCounts tests, CoverageTotals coverage)
    {
        var metrics = new Dictionary<string, double>
        {
            ["tests.total"] = tests.Total,
            ["tests.passed"] = tests.Passed,
            ["tests.failed"] = tests.Failed.Count,
            ["tests.skipped"] = tests.Skipped,
        };
        if (coverage.LinePercent is { } lines)
        {
            metrics["line_coverage"] = lines;
        }

        if (coverage.BranchPercent is { } branches)
        {
            metrics["branch_coverage"] = branches;
        }

        return metrics;
    }
}
