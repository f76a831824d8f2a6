using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.TestResults;

/// <summary>What a test run says, whatever tool it was. Failed tests fail the stage.</summary>
internal static class TestAnswer
{
    /// <param name="otherwise">The failure of the tool where no test failed.</param>
    public static CheckReport Of(
        ValidationJob job, TestCounts tests, IReadOnlyList<KeyValuePair<LineKey, LineCoverage>> lines,
        IReadOnlyList<AgentArtifact> artifacts, AgentResult? otherwise)
    {
        var coverage = CoverageTotals.Of(lines);
        var ended = tests switch
        {
            { Failed.Count: > 0 } => TestFailure.Of(tests),
            _ when otherwise is not null => otherwise,
            { Total: 0 } => Failed.Execution("No test ran."),
            _ => AgentResult.Success() with { Outputs = Outputs(tests, coverage) },
        };
        return new CheckReport(ended with { Metrics = TestMetrics.Of(tests, coverage), Artifacts = artifacts })
        {
            Findings =
            [
                .. tests.Failed.Take(CheckReport.MostFindings).Select(test => new Finding(
                    "test-failure", FindingLevel.Error, $"{test.Name.Cut(200)}: {test.Message.Cut(2_000)}")
                {
                    Advice = "Mend the code or the test.",
                }),
                .. UncoveredFiles.Of(lines, job.Folder),
            ],
        };
    }

    private static JsonObject Outputs(TestCounts tests, CoverageTotals coverage) => new()
    {
        ["tests"] = tests.Total,
        ["lineCoverage"] = coverage.LinePercent,
        ["branchCoverage"] = coverage.BranchPercent,
    };
}
