using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Building;

/// <summary>Installs what the repository requires into a virtual environment of its own, and compiles every file.</summary>
internal static class PythonBuild
{
    public static async Task<CheckReport> RunAsync(PythonProject project, CancellationToken cancellationToken)
    {
        if (project.Job.Parameters.Flag("restore", otherwise: true)
            && await PythonEnvironment.FillAsync(project, cancellationToken) is { } failure)
        {
            return failure;
        }

        var result = await project.RunScriptAsync("syntax.py", [], cancellationToken);
        if (JsonReport.Parse(result.StandardOutput) is not { } answer)
        {
            return Failed.Resources($"Python compiled nothing: {result.LastLines()}");
        }

        List<Finding> findings =
        [
            .. answer.Items("errors").Select(error => new Finding("syntax", FindingLevel.Error, error.Word("text") ?? "?")
            {
                File = error.Word("file"),
                Line = error.Count("line"),
            }),
        ];
        project.Job.Context.Log.Info($"{answer.Count("files")} files, {findings.Count} errors");
        var ended = findings.Count == 0
            ? AgentResult.Success() with { Outputs = new JsonObject { ["built"] = WorkspacePath.Relative(project.Job.Context, project.Job.Folder) } }
            : Failed.Execution($"The build failed:\n{string.Join('\n', findings.Take(5).Select(one => $"- {one.File}({one.Line}): {one.Message.Cut(300)}"))}");
        return new CheckReport(ended with { Metrics = new Dictionary<string, double> { ["build.errors"] = findings.Count } }) { Findings = findings };
    }
}
