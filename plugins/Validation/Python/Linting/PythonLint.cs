using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Linting;

/// <summary>ruff where it is installed, else flake8.</summary>
internal static class PythonLint
{
    public static async Task<CheckReport> RunAsync(PythonProject project, CancellationToken cancellationToken)
    {
        var modules = await InstalledModules.AmongAsync(project, cancellationToken, "ruff", "flake8");
        if (modules.Contains("ruff"))
        {
            var result = await project.RunAsync(["-m", "ruff", "check", "--exit-zero", "--output-format", "json", "."], cancellationToken, log: false);
            return result.ExitCode == 0 ? Answer(project, RuffReport.Parse(result.StandardOutput, project.Job.Folder)) : PythonProject.Failure("ruff", result);
        }

        if (modules.Contains("flake8"))
        {
            var result = await project.RunAsync(["-m", "flake8", "--exit-zero", "--exclude", ".venv,venv,.git,.monolith", "."], cancellationToken);
            return result.ExitCode == 0 ? Answer(project, Flake8Lines.In(result.StandardOutput)) : PythonProject.Failure("flake8", result);
        }

        return Failed.Resources("program \"ruff\" was not found, and neither was \"flake8\". Install one of them with the repository's requirements.");
    }

    private static CheckReport Answer(PythonProject project, IReadOnlyList<Finding> findings) => FormatAnswer.Of(project.Job, findings, []);
}
