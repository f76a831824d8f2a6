using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.DotNet.Building;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Publishing;

internal static class Publish
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        if (target.IsSolution)
        {
            return Failed.Validation("A project is published, not a solution. Name the project with 'project'.");
        }

        return PublishFolder.Prepare(job).Try(out var output, out failure)
            ? await RunAsync(job, target, output, cancellationToken)
            : failure;
    }

    private static async Task<CheckReport> RunAsync(
        ValidationJob job, DotNetTarget target, string output, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> build = job.MustBuild ? [] : ["--no-build"];
        var result = await DotNetProgram.RunAsync(
            job,
            ["publish", target.Path, "--configuration", DotNetProgram.Configuration(job), "--output", output,
             "--verbosity", "minimal", DotNetProgram.NoCompilerServer, .. build],
            cancellationToken);
        if (result.ExitCode != 0)
        {
            return BuildFailure.Of(job, "Publishing", result);
        }

        var files = new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["path"] = WorkspacePath.Relative(job.Context, output),
                ["files"] = files.Count,
                ["bytes"] = files.Sum(file => file.Length),
            },
        };
    }
}
