using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Checks;

/// <summary>What a linter or formatter found. Having some is no failure: how many are too many, a gate says.</summary>
internal static class FormatAnswer
{
    public static CheckReport Of(ValidationJob job, IReadOnlyList<Finding> findings, IReadOnlyList<AgentArtifact> artifacts)
    {
        var files = findings.Select(finding => finding.File).Distinct().Count();
        job.Context.Log.Info($"{findings.Count} deviations from the style in {files} files");
        return new CheckReport(AgentResult.Success() with
        {
            Outputs = new JsonObject { ["violations"] = findings.Count, ["files"] = files },
            Metrics = new Dictionary<string, double>
            {
                ["format.violations"] = findings.Count,
                ["format.errors"] = findings.Count(finding => finding.Level == FindingLevel.Error),
            },
            Artifacts = artifacts,
        })
        { Findings = [.. findings.Take(CheckReport.MostFindings)] };
    }
}
