using System.Xml;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Validation.TestResults;

namespace Monolith.Plugins.Integration.Testing;

/// <summary>Runs the tests of a tree and counts what they reported.</summary>
internal static class TestRun
{
    private const int NamedAtMost = 5;

    // An SDK under whose program the host runs would mislead the tests' own.
    private static readonly string[] Misleading =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH"];

    public static async Task<TestOutcome> RunAsync(Repository tree, TestRequest? request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            return TestOutcome.NotRun;
        }

        var context = tree.Context;
        using var late = new CancellationTokenSource(request.Timeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var result = await context.Programs.RunAsync(Program(tree, request), either.Token);
            return Judge(tree, request, result);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new TestOutcome(Failed.TimedOut($"The tests took longer than {DurationText.Format(request.Timeout)}."), new Dictionary<string, double>());
        }
    }

    private static ProgramSpec Program(Repository tree, TestRequest request)
    {
        var environment = Misleading.ToDictionary(name => name, _ => (string?)null);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var (name, value) in request.Environment)
        {
            environment[name] = value;
        }

        return new ProgramSpec(request.Command[0], [.. request.Command.Skip(1)])
        {
            WorkingFolder = WorkspacePath.Relative(tree.Context, tree.Folder),
            Environment = environment,
        };
    }

    private static TestOutcome Judge(Repository tree, TestRequest request, ProgramResult result)
    {
        var metrics = new Dictionary<string, double> { ["tests.exit_code"] = result.ExitCode, ["tests.duration_ms"] = Math.Round(result.Duration.TotalMilliseconds) };
        var counts = Count(tree, request);
        if (counts is not null)
        {
            (metrics["tests.total"], metrics["tests.passed"]) = (counts.Total, counts.Passed);
            (metrics["tests.failed"], metrics["tests.skipped"]) = (counts.Failed.Count, counts.Skipped);
        }

        var named = string.Join('\n', (counts?.Failed ?? []).Take(NamedAtMost).Select(test => $"{test.Name}: {test.Message.Cut(300)}"));
        return result.ExitCode == 0 && counts is not { Failed.Count: > 0 }
            ? new TestOutcome(Failure: null, metrics)
            : new TestOutcome(
                Failed.Execution($"The tests failed with exit code {result.ExitCode}. {(named.Length > 0 ? named : result.LastLines())}") with { Metrics = metrics }, metrics);
    }

    // Of reports that cannot be read nothing is known, and a metric that is missing fails its gate.
    private static TestCounts? Count(Repository tree, TestRequest request)
    {
        var files = ReportFiles.Find(tree.Folder, request.Reports);
        try
        {
            return files.Count == 0 ? null : TestCounts.Sum([.. files.Select(ReportFiles.Read)]);
        }
        catch (Exception fault) when (fault is XmlException or FormatException)
        {
            tree.Context.Log.Warn($"A test report cannot be read, so its tests are not counted: {fault.Message}");
            return null;
        }
    }
}
