using Monolith.Plugins.Drill;

namespace Monolith.Plugins.Tests.Drill;

public sealed class WorkActionTests : IDisposable
{
    private readonly AgentTest test = new(new DrillAgent()) { Clock = TimeProvider.System };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Work_Succeeds_NamesTheExecutionThatTheJournalHolds()
    {
        var run = (await RunAsync(attempt: 1, failures: 0)).Succeeded();

        var lines = Journal();
        Assert.Equal(["began", "ended"], lines.Select(line => line[0]));
        Assert.All(lines, line => run.HasOutput("execution", line[1]));
        Assert.All(lines, line => Assert.Equal($"{line[2]}/{line[3]}/{line[4]}", line[5]));
        Assert.All(lines, line => Assert.Equal($"{Environment.ProcessId}", line[6]));
    }

    [Fact]
    public async Task Work_AttemptThatIsToFail_FailsRetryablyAndNeverEnds()
    {
        var run = (await RunAsync(attempt: 2, failures: 2)).FailedWith("TASK_EXECUTION_FAILED");

        Assert.True(run.Result.Error!.Retryable);
        Assert.Equal(["began"], Journal().Select(line => line[0]));
    }

    private Task<AgentRun> RunAsync(int attempt, int failures)
    {
        test.Attempt = attempt;
        return test.RunAsync("work", $$"""{ "journal": "{{test.Workspace.Folder}}", "longest": 1, "failures": {{failures}} }""");
    }

    private List<string[]> Journal() =>
        [.. Directory.EnumerateFiles(test.Workspace.Folder, "*.log").SelectMany(File.ReadLines).Select(line => line.Split(' '))];
}
