using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.DotNet.Building;
using Monolith.Plugins.Validation.TestResults;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Testing;

internal static class TestRun
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        var folder = job.ReportFolder("test");
        // Coverage is measured on assemblies that are changed in place and put back at the end; a run cut short leaves them
        // changed, and only a build mends that.
        var mustBuild = job.BeginNoted();
        IReadOnlyList<string> build = mustBuild || job.MustBuild ? [] : ["--no-build"];
        var result = await DotNetProgram.RunAsync(
            job,
            ["test", target.Path, "--configuration", DotNetProgram.Configuration(job), "--verbosity", "minimal",
             "--collect", "XPlat Code Coverage", "--logger", "trx;LogFilePrefix=results", "--results-directory", folder,
             DotNetProgram.NoCompilerServer, .. build],
            cancellationToken);
        job.EndNoted();
        return Result(job, result, TestReports.In(folder));
    }

    private static CheckReport Result(ValidationJob job, ProgramResult result, TestReports reports)
    {
        if (reports.Results.Count == 0)
        {
            return result.ExitCode == 0
                ? Failed.Execution("No test ran: the solution or project holds no test project that reported results.")
                : BuildFailure.Of(job, "The test run", result);
        }

        var tests = TestCounts.Sum([.. reports.Results.Select(TrxReport.Read)]);
        var lines = reports.Coverage.SelectMany(CoberturaReport.Read).ToList();
        if (lines.Count == 0)
        {
            job.Context.Log.Warn("No coverage was measured. Do the test projects reference coverlet.collector?");
        }

        return TestAnswer.Of(
            job, tests, lines, reports.Artifacts(job),
            otherwise: result.ExitCode == 0 ? null : BuildFailure.Of(job, "The test run", result));
    }
}
