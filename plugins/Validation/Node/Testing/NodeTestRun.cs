using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>
/// Runs the script <c>test</c>. Of a runner that is known the results and the coverage are asked for; of another script what it
/// leaves in the usual places is read.
/// </summary>
internal static class NodeTestRun
{
    public static async Task<CheckReport> RunAsync(NodeProject project, CancellationToken cancellationToken)
    {
        if (project.Package.TestScript is not { } script)
        {
            return Failed.Execution($"No test ran: {PackageFile.Name} has no script 'test'.");
        }

        if (await project.InstallMissingAsync(cancellationToken) is { } failure)
        {
            return failure;
        }

        var folder = project.Job.ReportFolder("test");
        var files = NodeTestReports.Prepare(project, script, folder);
        var result = await project.RunAsync(files.Program, files.Arguments, cancellationToken);
        return files.Results.Any(file => file.IsNew) ? Answer(project, files, result)
            : result.ExitCode == 0 ? AgentResult.Failure(AgentErrorCodes.WorkspaceError,
                $"The tests left no results that can be read. Have the script 'test' write them as JUnit to one of: {string.Join(", ", NodeTestReports.UsualResults)}.")
            : NodeProject.Failure("The script 'test'", result);
    }

    private static CheckReport Answer(NodeProject project, NodeTestReports files, ProgramResult result)
    {
        var job = project.Job;
        var results = files.Results.First(file => file.IsNew).Path;
        var tests = JunitReport.Read(results);
        var coverage = files.Coverage.FirstOrDefault(file => file.IsNew)?.Path;
        var lines = coverage is null ? [] : LcovReport.Read(coverage, job.Folder).Where(line => !TestFiles.Are(job.Folder, line.Key.File)).ToList();
        if (lines.Count == 0)
        {
            job.Context.Log.Warn("No coverage was measured.");
        }

        return TestAnswer.Of(
            job, tests, lines,
            [job.Artifact("results.junit.xml", results), .. coverage is null ? [] : new[] { job.Artifact("coverage.lcov", coverage) }],
            otherwise: result.ExitCode == 0 ? null : NodeProject.Failure("The script 'test'", result));
    }
}
