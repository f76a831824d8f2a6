using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Building;

internal static class Build
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        IReadOnlyList<string> restore = job.Parameters.Flag("restore", otherwise: true) ? [] : ["--no-restore"];
        var result = await DotNetProgram.RunAsync(
            job,
            ["build", target.Path, "--configuration", DotNetProgram.Configuration(job), "--verbosity", "minimal",
             "-consoleLoggerParameters:Summary", DotNetProgram.NoCompilerServer, .. restore],
            cancellationToken);
        var metrics = BuildSummary.Metrics(result.StandardOutput);
        var ended = result.ExitCode == 0
            ? AgentResult.Success() with { Outputs = Outputs(job, target), Metrics = metrics }
            : BuildFailure.Of(job, "The build", result) with { Metrics = metrics };
        return new CheckReport(ended) { Findings = Findings(job, result) };
    }

    private static IReadOnlyList<Finding> Findings(ValidationJob job, ProgramResult result) =>
        [.. Diagnostic.InOutput(result.StandardOutput, job.Folder).Take(CheckReport.MostFindings).Select(found => found.Finding())];

    private static JsonObject Outputs(ValidationJob job, DotNetTarget target) => new()
    {
        ["built"] = WorkspacePath.Relative(job.Context, target.Path),
        ["configuration"] = DotNetProgram.Configuration(job),
    };
}
