using System.Net;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Resilience;

[Collection(OneHost.Name)]
public sealed class DeadLetterTests(HostFixture host)
{
    [Fact]
    public async Task Replay_StageThatExhaustedItsTries_GoesOnFromThereOnce()
    {
        var good = host[$"good-{Guid.NewGuid():N}"];
        var run = await ExhaustAsync(good);
        var letter = Assert.Single(await ListAsync($"runId={run}&status=open&kind=stage"));
        var id = Text(letter, "id");
        Assert.Equal(("stage", "open", "b", "TASK_EXECUTION_FAILED"), (Text(letter, "kind"), Text(letter, "status"), Text(letter, "stage"), Text(letter, "code")));
        Assert.Equal(("recorder", "fail", 2), (Text(letter, "agent"), Text(letter, "action"), letter.GetProperty("attempts").GetInt32()));
        Assert.Equal(letter.GetRawText(), (await host.Http.JsonAsync($"/api/v1/dead-letters/{id}")).GetRawText());
        await File.WriteAllTextAsync(good, "");

        using var replay = await host.Http.PostAsync($"/api/v1/dead-letters/{id}/replay", null);
        Assert.Equal("replayed", Text(await replay.JsonAsync(), "status"));
        Assert.Equal("a:success b:success", (await host.Http.EndAsync(run)).Stages());
        using var again = await host.Http.PostAsync($"/api/v1/dead-letters/{id}/replay", null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (replay.StatusCode, again.StatusCode));
        Assert.Empty(await ListAsync($"runId={run}&status=open"));
        Assert.Equal(id, Text(Assert.Single(await ListAsync($"runId={run}&status=replayed")), "id"));
        var events = (await host.Http.JsonAsync($"/api/v1/runs/{run}/events")).GetProperty("events").EnumerateArray().Select(change => Text(change, "type")).ToList();
        Assert.Single(events, "run_retried");
        // What had succeeded before was not done again.
        Assert.Equal(4, events.Count(type => type == "stage_started"));
    }

    [Fact]
    public async Task Replay_RunIsNotOver_IsAConflictWithTheReason()
    {
        var run = await host.Http.StartAsync($$"""
            name: goes-on
            stages:
              - { id: a, agent: recorder, action: fail, parameters: { retryable: true }, retry: { maxAttempts: 1 }, continueOnFailure: true }
              - { id: w, wait: { signal: go } }
            """);
        await host.Http.UntilAsync(run, (type, _) => type == "stage_failed");
        var id = Text(Assert.Single(await ListAsync($"runId={run}")), "id");

        using var replay = await host.Http.PostAsync($"/api/v1/dead-letters/{id}/replay", null);

        var problem = await replay.JsonAsync();
        Assert.Equal((HttpStatusCode.Conflict, "CONFLICT"), (replay.StatusCode, Text(problem, "code")));
        Assert.Contains("this one is waiting", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal("open", Text(await host.Http.JsonAsync($"/api/v1/dead-letters/{id}"), "status"));
    }

    [Fact]
    public async Task List_FailureThatIsNotRetryable_IsNotThere()
    {
        var run = await host.Http.StartAsync("name: fails\nstages: [{ id: a, agent: recorder, action: fail }]");
        await host.Http.EndAsync(run);

        Assert.Empty(await ListAsync($"runId={run}"));
    }

    [Fact]
    public async Task List_PageByPage_GivesEachOnce()
    {
        var run = await ExhaustAsync(host["never"], second: true);

        var (ids, cursor) = (new List<string?>(), "");
        do
        {
            var page = await host.Http.JsonAsync($"/api/v1/dead-letters?runId={run}&limit=1{cursor}");
            ids.AddRange(page.GetProperty("deadLetters").EnumerateArray().Select(letter => Text(letter, "stage")));
            cursor = page.TryGetProperty("nextCursor", out var next) ? $"&cursor={Uri.EscapeDataString(next.GetString()!)}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(["b", "c"], ids.Order());
    }

    [Fact]
    public async Task List_EverythingWrong_NamesAll()
    {
        using var answer = await host.Http.GetAsync("/api/v1/dead-letters?status=dead&kind=run&runId=7&cursor=x&limit=0");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.JsonAsync()).GetProperty("errors").EnumerateArray().Select(error => $"{Text(error, "path")}: {Text(error, "message")}");
        Assert.Equal(
            [
                "status: 'dead' is none of open, replayed.",
                "kind: 'run' is none of stage, notification.",
                "runId: '7' is not the id of a run, a UUID.",
                "cursor: Give the nextCursor of the page before, unchanged.",
                "limit: Give a whole number from 1 to 500.",
            ],
            errors);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/replay")]
    public async Task Any_UnknownId_IsNotFound(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/dead-letters/{Guid.NewGuid()}{path}");
        using var answer = await host.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.StatusCode, Text(await answer.JsonAsync(), "code")));
    }

    private async Task<Guid> ExhaustAsync(string good, bool second = false)
    {
        var retry = "retry: { maxAttempts: 2, backoff: 1ms }";
        var fail = $"agent: recorder, action: fail, parameters: {{ until: {good}, retryable: true }}, {retry}";
        var run = await host.Http.StartAsync($"""
            name: exhausts
            stages:
              - {"{"} id: a, agent: recorder, action: noop {"}"}
              - {"{"} id: b, needs: [a], {fail} {"}"}
              {(second ? $"- {{ id: c, needs: [a], {fail} }}" : "")}
            """);
        Assert.Equal("failed", Text(await host.Http.EndAsync(run), "status"));
        return run;
    }

    private async Task<List<JsonElement>> ListAsync(string query) =>
        [.. (await host.Http.JsonAsync($"/api/v1/dead-letters?{query}")).GetProperty("deadLetters").EnumerateArray()];

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
