using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go.Building;

internal static class GoBuild
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var result = await ToolProgram.RunAsync(job, "go", ["build", "./..."], cancellationToken);
        var findings = GoErrors.In(result.StandardError);
        var ended = result.ExitCode == 0
            ? AgentResult.Success() with { Outputs = new JsonObject { ["built"] = WorkspacePath.Relative(job.Context, job.Folder) } }
            : GoFailure.Of("'go build'", result);
        var errors = result.ExitCode == 0 ? 0 : Math.Max(1, findings.Count);
        return new CheckReport(ended with { Metrics = new Dictionary<string, double> { ["build.errors"] = errors } }) { Findings = findings };
    }
}
