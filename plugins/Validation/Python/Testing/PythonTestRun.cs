using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Validation.Python.Testing;

/// <summary>pytest where it is installed, else the standard library's unittest; under coverage.py where that is installed.</summary>
internal static class PythonTestRun
{
    private const int NoTests = 5;

    private static readonly string[] CoverageSettings = [".coveragerc"];
    private static readonly string[] SharedSettings = ["setup.cfg", "tox.ini", "pyproject.toml"];

    public static async Task<CheckReport> RunAsync(PythonProject project, CancellationToken cancellationToken)
    {
        var modules = await InstalledModules.AmongAsync(project, cancellationToken, "pytest", "coverage");
        if (!modules.Contains("pytest") && WantsPytest(project))
        {
            return Failed.Resources("program \"pytest\" was not found, and the repository asks for it. Let a stage 'build' install it first.");
        }

        var folder = project.Job.ReportFolder("test");
        var (results, coverage) = (Path.Combine(folder, "results.xml"), Path.Combine(folder, "coverage.xml"));
        IReadOnlyList<string> tests = modules.Contains("pytest") ? ["-m", "pytest", $"--junitxml={results}"] : [Script.Write(project.Job, "run_unittest.py"), results];
        var data = new Dictionary<string, string?> { ["COVERAGE_FILE"] = Path.Combine(folder, "coverage.data") };
        var measured = modules.Contains("coverage");
        var result = await project.RunAsync([.. measured ? ["-m", "coverage", "run", .. Measured(project)] : Array.Empty<string>(), .. tests], cancellationToken, environment: data);
        if (measured)
        {
            await project.RunAsync(["-m", "coverage", "xml", "-q", "-o", coverage], cancellationToken, environment: data);
        }
        else
        {
            project.Job.Context.Log.Warn("No coverage was measured: coverage.py is not installed.");
        }

        return File.Exists(results) ? Answer(project, results, coverage, result) : PythonProject.Failure("The test run", result);
    }

    private static CheckReport Answer(PythonProject project, string results, string coverage, ProgramResult result)
    {
        var job = project.Job;
        var measured = File.Exists(coverage);
        return TestAnswer.Of(
            job, JunitReport.Read(results), measured ? CoberturaReport.Read(coverage) : [],
            [job.Artifact("results.junit.xml", results), .. measured ? [job.Artifact("coverage.cobertura.xml", coverage)] : Array.Empty<AgentArtifact>()],
            otherwise: result.ExitCode is 0 or NoTests ? null : PythonProject.Failure("The test run", result));
    }

    // Settings of the repository's own say what is measured; where there are none, all but the tests.
    private static IReadOnlyList<string> Measured(PythonProject project) =>
        CoverageSettings.Any(project.Holds) || project.Mentions("coverage:run]", SharedSettings) || project.Mentions("[tool.coverage", SharedSettings)
            ? []
            : ["--branch", "--source=.", "--omit=test_*.py,*_test.py,*/test_*.py,*/*_test.py,tests/*,test/*,setup.py,.venv/*,venv/*,.monolith/*"];

    private static bool WantsPytest(PythonProject project) =>
        project.Holds("pytest.ini") || project.Holds("conftest.py") || project.Mentions("pytest", [.. SharedSettings, .. project.Requirements]);
}
