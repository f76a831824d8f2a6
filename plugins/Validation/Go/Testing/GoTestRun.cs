using System.Collections.Concurrent;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Coverage;
using Monolith.Plugins.Validation.TestResults;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go.Testing;

internal static class GoTestRun
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var folder = job.ReportFolder("test");
        var (results, profile) = (Path.Combine(folder, "results.jsonl"), Path.Combine(folder, "coverage.out"));
        // Taken line by line: of all that a program prints only the end is kept.
        var printed = new ConcurrentQueue<string>();
        var result = await ToolProgram.RunAsync(
            job, "go", ["test", "-json", $"-coverprofile={profile}", "./..."], cancellationToken, log: false, onLine: printed.Enqueue);
        await File.WriteAllLinesAsync(results, printed.Where(line => line.StartsWith('{')), cancellationToken);
        var tests = GoTestEvents.Read(printed);
        var measured = File.Exists(profile);
        return TestAnswer.Of(
            job, tests, measured ? GoCoverProfile.Read(profile) : [],
            [job.Artifact("results.jsonl", results), .. measured ? [job.Artifact("coverage.out", profile)] : Array.Empty<AgentArtifact>()],
            otherwise: result.ExitCode == 0 ? null : GoFailure.Of("'go test'", result));
    }
}
