using Monolith.Plugins.Drill;

namespace Monolith.Plugins.Tests.Drill;

public sealed class WorkActionTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Work_Succeeds_NamesTheExecutionThatTheJournalHolds()
    {
        var result = (await RunAsync(attempt: 1, failures: 0)).Succeeded();

        var execution = (string)result.Outputs["execution"]!;
        var lines = Journal();
        Assert.Equal(["began", "ended"], lines.Select(line => line[0]));
        Assert.All(lines, line => Assert.Equal(execution, line[1]));
        Assert.All(lines, line => Assert.Equal($"{line[2]}/{line[3]}/{line[4]}", line[5]));
        Assert.All(lines, line => Assert.Equal($"{Environment.ProcessId}", line[6]));
    }

    [Fact]
    public async Task Work_AttemptThatIsToFail_FailsRetryablyAndNeverEnds()
    {
        var error = (await RunAsync(attempt: 2, failures: 2)).FailedWith("TASK_EXECUTION_FAILED");

        Assert.True(error.Retryable);
        Assert.Equal(["began"], Journal().Select(line => line[0]));
    }

    private Task<AgentResult> RunAsync(int attempt, int failures) => Stage.RunAsync(new DrillAgent(), new TestContext
    {
        Action = "work",
        Workspace = workspace.Folder,
        Attempt = attempt,
        Parameters = System.Text.Json.JsonSerializer.SerializeToElement(new { journal = workspace.Folder, longest = 1, failures }),
    });

    private List<string[]> Journal() =>
        [.. Directory.EnumerateFiles(workspace.Folder, "*.log").SelectMany(File.ReadLines).Select(line => line.Split(' '))];
}
