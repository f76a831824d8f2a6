using Microsoft.Extensions.Time.Testing;

namespace Monolith.Plugins.Tests.Integration;

public sealed class GitHubTests() : PullRequestTestBase("github", "GITHUB_TOKEN", "acme/shop", "Bearer ")
{
    private const string Find = "GET /repos/acme/shop/pulls?state=open&head=acme:feature%2Fx&base=main";
    private const string Create = "POST /repos/acme/shop/pulls";
    private const string Runs = "GET /repos/acme/shop/commits/abc/check-runs?per_page=100";
    private const string Statuses = "GET /repos/acme/shop/commits/abc/status?per_page=100";
    private const string Put = "PUT /repos/acme/shop/pulls/7/merge";
    private const string MergeWish = """, "merge": { "method": "squash", "interval": "1ms" }""";

    private const string Open = """
        { "number": 7, "html_url": "https://github.com/acme/shop/pull/7", "title": "A title", "body": "A body", "state": "open", "merged_at": null,
          "head": { "ref": "feature/x", "sha": "abc" }, "base": { "ref": "main" }, "merge_commit_sha": "trial" }
        """;

    [Fact]
    public async Task None_IsCreated()
    {
        Forge.On(Find, "[]").On(Create, Open, 201);

        var result = (await RunAsync()).Succeeded();

        Assert.Equal((7, true, false), ((long)result.Outputs["number"]!, (bool)result.Outputs["created"]!, (bool)result.Outputs["merged"]!));
        Assert.Equal(Create + """ {"title":"A title","body":"A body","head":"feature/x","base":"main","draft":false}""", Forge.Calls[^1]);
    }

    [Fact]
    public async Task Existing_TheSame_IsLeftAlone()
    {
        Forge.On(Find, $"[{Open}]");

        Assert.False((bool?)(await RunAsync()).Succeeded().Outputs["created"]);

        Assert.Equal([Find], Forge.Calls);
    }

    [Fact]
    public async Task Existing_Otherwise_IsUpdated()
    {
        Forge.On(Find, $"[{Open.Replace("A title", "Old", StringComparison.Ordinal)}]").On("PATCH /repos/acme/shop/pulls/7", Open);

        (await RunAsync()).Succeeded();

        Assert.Equal("""PATCH /repos/acme/shop/pulls/7 {"title":"A title","body":"A body"}""", Forge.Calls[^1]);
    }

    [Fact]
    public async Task Comment_ExecutedAgain_ReplacesItsOwn()
    {
        const string list = "GET /repos/acme/shop/issues/7/comments?per_page=100&page=1";
        Forge.On(Find, $"[{Open}]").On(list, "[]").On("POST /repos/acme/shop/issues/7/comments", """{ "id": 9 }""", 201);
        (await RunAsync(""", "comment": "Tested" """)).Succeeded();
        var said = System.Text.Json.Nodes.JsonNode.Parse(Forge.Calls[^1][(Forge.Calls[^1].IndexOf('{', StringComparison.Ordinal))..])!["body"]!.ToJsonString();

        Forge.Now(list, $$"""[{ "id": 8, "body": "Of somebody" }, { "id": 9, "body": {{said}} }]""").On("PATCH /repos/acme/shop/issues/comments/9", "{}");
        await RunAsync(""", "comment": "Tested" """);
        (await RunAsync(""", "comment": "Tested twice" """)).Succeeded();

        Assert.Single(Forge.Calls, call => call.StartsWith("POST", StringComparison.Ordinal));
        Assert.StartsWith("""PATCH /repos/acme/shop/issues/comments/9 {"body":"Tested twice""", Forge.Calls[^1], StringComparison.Ordinal);
    }

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

    [Theory]
    [InlineData(429, "retry-after", "90", 90)]
    [InlineData(403, "retry-after", "30", 30)]
    [InlineData(503, "retry-after", "Wed, 25 Nov 2026 10:02:00 GMT", 120)]
    [InlineData(429, "ratelimit-reset", "1795600810", 10)]
    [InlineData(429, "x-other", "1", 60)]
    public async Task RateLimit_WhateverItsForm_RetriesThen(int status, string header, string value, int seconds)
    {
        Forge.On(Find, """{ "message": "API rate limit exceeded for t0ken-of-the-stage" }""", status, (header, value));
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_795_600_800));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), time.GetUtcNow());

        var error = (await RunAsync(time: time)).FailedWith("NETWORK_ERROR");

        Assert.True(error.Retryable);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Theory]
    [InlineData(500, "NETWORK_ERROR", "500")]
    [InlineData(401, "TASK_EXECUTION_FAILED", "GITHUB_TOKEN")]
    [InlineData(422, "TASK_EXECUTION_FAILED", "No commits between")]
    [InlineData(301, "TASK_EXECUTION_FAILED", "redirects are not followed")]
    public async Task Refused_SaysWhy(int status, string code, string says)
    {
        Forge.On(Find, """{ "message": "No commits between main and feature" }""", status, ("Location", "http://127.0.0.1:1/"));

        (await RunAsync()).FailedWith(code).Says(says);
    }

    [Fact]
    public async Task Api_PlainHttpElsewhere_IsRefused() =>
        (await RunAsync(api: "http://example.org")).FailedWith("TASK_VALIDATION_FAILED").Says("'api'");
}
