using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Node.Linting;

/// <summary>ESLint where the repository has it, else the script <c>lint</c>.</summary>
internal static class NodeLint
{
    private const int ProblemsFound = 1;

    public static async Task<CheckReport> RunAsync(NodeProject project, CancellationToken cancellationToken)
    {
        if (await project.InstallMissingAsync(cancellationToken) is { } failure)
        {
            return failure;
        }

        if (project.Tool("eslint") is { } eslint)
        {
            var report = Path.Combine(project.Job.ReportFolder("format"), "eslint.json");
            var result = await project.RunAsync(eslint, [".", "--format", "json", "--output-file", report], cancellationToken);
            return result.ExitCode is 0 or ProblemsFound
                ? FormatAnswer.Of(project.Job, EslintReport.Read(report, project.Job.Folder), [project.Job.Artifact("eslint.json", report)])
                : NodeProject.Failure("ESLint", result);
        }

        return project.Package.Scripts.ContainsKey("lint")
            ? Of(project.Job, await project.RunAsync(["run", "lint"], cancellationToken))
            : Failed.Resources("program \"eslint\" was not found, and there is no script 'lint'");
    }

    // A script says that there are deviations, not how many.
    private static CheckReport Of(ValidationJob job, ProgramResult result) => FormatAnswer.Of(
        job, result.ExitCode == 0 ? [] : [new Finding("lint", FindingLevel.Error, $"The script 'lint' failed: {result.LastLines()}")], []);
}
