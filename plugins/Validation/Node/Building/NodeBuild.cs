using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Node.Building;

/// <summary>Installs the packages, runs the script <c>build</c> where there is one, and the type check of TypeScript where there is not.</summary>
internal static class NodeBuild
{
    public static async Task<CheckReport> RunAsync(NodeProject project, CancellationToken cancellationToken)
    {
        if (project.Job.Parameters.Flag("restore", otherwise: true)
            && await project.InstallAsync(cancellationToken) is { } failure)
        {
            return failure;
        }

        var hasTypes = File.Exists(Path.Combine(project.Job.Folder, "tsconfig.json"));
        var (doing, result) = project.Package.Scripts.ContainsKey("build")
            ? ("The script 'build'", await project.RunAsync(["run", "build"], cancellationToken))
            : hasTypes && project.Tool("tsc") is { } tsc
                ? ("The type check", await project.RunAsync(tsc, ["--noEmit", "--pretty", "false"], cancellationToken))
                : ("", null);
        if (result is null)
        {
            return hasTypes
                ? Failed.Resources("program \"tsc\" was not found: is 'typescript' among the devDependencies?")
                : Answer(project, []);
        }

        var findings = TypeScriptErrors.In(result.StandardOutput);
        var ended = result.ExitCode == 0 ? Answer(project, findings).Result : Failure(doing, result, findings);
        return new CheckReport(ended with { Metrics = Metrics(findings, result.ExitCode) }) { Findings = findings };
    }

    private static CheckReport Answer(NodeProject project, IReadOnlyList<Finding> findings) => new(AgentResult.Success() with
    {
        Outputs = new JsonObject { ["built"] = WorkspacePath.Relative(project.Job.Context, project.Job.Folder) },
        Metrics = Metrics(findings, exitCode: 0),
    });

    private static AgentResult Failure(string doing, ProgramResult result, IReadOnlyList<Finding> findings) => findings.Count > 0
        ? Failed.Execution($"{doing} failed:\n{string.Join('\n', findings.Take(5).Select(one => $"- {one.File}({one.Line}): {one.Rule}: {one.Message.Cut(300)}"))}")
        : NodeProject.Failure(doing, result);

    private static Dictionary<string, double> Metrics(IReadOnlyList<Finding> findings, int exitCode) =>
        new() { ["build.errors"] = exitCode == 0 ? 0 : Math.Max(1, findings.Count) };
}
