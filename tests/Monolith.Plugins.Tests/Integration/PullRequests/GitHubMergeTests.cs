namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>Merged when the checks passed.</summary>
public sealed class GitHubMergeTests : GitHubTestBase
{
    [Fact]
    public async Task Merge_ChecksPending_WaitsUntilTheyPassed()
    {
        Forge.On(Find, $"[{Open}]")
            .On(Runs, """{ "total_count": 0, "check_runs": [] }""")
            .On(Runs, """{ "total_count": 1, "check_runs": [{ "name": "build", "status": "in_progress", "conclusion": null }] }""")
            .On(Runs, """{ "total_count": 1, "check_runs": [{ "name": "build", "status": "completed", "conclusion": "success" }] }""")
            .On(Statuses, """{ "state": "pending", "statuses": [] }""")
            .On(Statuses, """{ "state": "pending", "statuses": [] }""")
            .On(Statuses, """{ "state": "pending", "statuses": [{ "context": "ci", "state": "pending" }] }""")
            .On(Statuses, """{ "state": "success", "statuses": [{ "context": "ci", "state": "success" }] }""")
            .On(Put, """{ "sha": "merged", "merged": true }""");

        var result = (await RunAsync(MergeWish)).Succeeded();

        Assert.Equal("merged", (string?)result.Outputs["mergeCommit"]);
        Assert.Equal(Put + """ {"merge_method":"squash","sha":"abc"}""", Forge.Calls[^1]);
        Assert.Equal(4, Forge.Calls.Count(call => call == Runs));
    }

    [Fact]
    public async Task Merge_CheckFailed_FailsAndNamesIt()
    {
        Forge.On(Find, $"[{Open}]").On(Statuses, """{ "statuses": [] }""")
            .On(Runs, """{ "check_runs": [{ "name": "build", "status": "completed", "conclusion": "timed_out" }] }""");

        (await RunAsync(MergeWish)).FailedWith("TASK_EXECUTION_FAILED").Says("build");

        Assert.DoesNotContain(Forge.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merge_NothingChecked_DoesNotMerge()
    {
        Forge.On(Find, $"[{Open}]").On(Statuses, """{ "statuses": [] }""").On(Runs, """{ "check_runs": [] }""");

        (await RunAsync(""", "merge": { "interval": "1ms", "timeout": "5ms" }""")).FailedWith("TASK_TIMEOUT").Says("No check has reported");
    }

    [Fact]
    public async Task Merge_ExecutedAfterItWasMerged_AnswersThat()
    {
        Forge.On(Find, $"[{Open}]").On(Find, "[]").On("GET /repos/acme/shop/pulls/7", Open.Replace("\"merged_at\": null", "\"merged_at\": \"2026-11-25T10:00:00Z\"", StringComparison.Ordinal));
        (await RunAsync()).Succeeded();

        var again = (await RunAsync(MergeWish)).Succeeded();

        Assert.Equal("trial", (string?)again.Outputs["mergeCommit"]);
        Assert.DoesNotContain(Forge.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
    }
}
