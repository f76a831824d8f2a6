using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class ControlTests(HostFixture host)
{
    [Fact]
    public async Task Cancel_ProgramUnderWay_IsKilledWithItsChildren()
    {
        // In a sandbox processes have other numbers; what they are called is the same.
        var mark = $"600.{Random.Shared.Next(1_000_000):000000}";
        var run = await host.Http.StartAsync($$"""
            name: cancelled
            stages:
              - id: a
                agent: command
                action: run
                parameters: { script: "setsid sleep {{mark}} & sleep {{mark}}" }
            """);
        await UntilAsync(() => Sleeping(mark) == 2);

        using var answer = await host.Http.PostAsync($"/api/v1/runs/{run}/cancel?reason=enough", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("cancelled", (await answer.JsonAsync()).GetProperty("status").GetString());
        await UntilAsync(() => Sleeping(mark) == 0);
        using var again = await host.Http.PostAsync($"/api/v1/runs/{run}/cancel", null);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var pause = await host.Http.PostAsync($"/api/v1/runs/{run}/pause", null);
        Assert.Equal(HttpStatusCode.Conflict, pause.StatusCode);
    }

    [Fact]
    public async Task Pause_ThenResume_GoesOnWhereItStood()
    {
        var (file, go) = (host[$"file-{Guid.NewGuid():N}"], host[$"go-{Guid.NewGuid():N}"]);
        var run = await host.Http.StartAsync($$"""
            name: paused
            mode: sequential
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{file}}, waitFor: {{go}} } }
              - { id: b, agent: recorder, action: noop }
            """);
        using var pause = await host.Http.PostAsync($"/api/v1/runs/{run}/pause", null);
        Assert.Equal("paused", (await pause.JsonAsync()).GetProperty("status").GetString());
        await File.WriteAllTextAsync(go, "");
        await host.Http.UntilAsync(run, (type, _) => type == "stage_succeeded");
        Assert.Equal("a:success b:pending", (await host.Http.JsonAsync($"/api/v1/runs/{run}")).Stages());

        using var resume = await host.Http.PostAsync($"/api/v1/runs/{run}/resume", null);

        Assert.Equal(HttpStatusCode.OK, resume.StatusCode);
        Assert.Equal("a:success b:success", (await host.Http.EndAsync(run)).Stages());
    }

    [Fact]
    public async Task Retry_FailedRun_ReusesOutputsOfWhatSucceeded()
    {
        var (file, mended) = (host[$"file-{Guid.NewGuid():N}"], host[$"mended-{Guid.NewGuid():N}"]);
        var run = await host.Http.StartAsync($$"""
            name: retried
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{file}}, echo: kept } }
              - { id: b, agent: recorder, action: fail, parameters: { until: {{mended}} }, needs: [a] }
              - { id: c, agent: recorder, action: record, needs: [a, b], parameters: { file: {{file}}, echo: "$[[ stages.a.outputs.echo ]]" } }
            """.Replace("$[[", "${{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal));
        Assert.Equal("a:success b:failed c:skipped", (await host.Http.EndAsync(run)).Stages());
        await File.WriteAllTextAsync(mended, "");

        using var retry = await host.Http.PostAsync($"/api/v1/runs/{run}/retry", null);

        Assert.Equal(HttpStatusCode.OK, retry.StatusCode);
        var ended = await host.Http.EndAsync(run);
        Assert.Equal("a:success b:success c:success", ended.Stages());
        Assert.Equal("kept", ended.GetProperty("stages")[2].GetProperty("outputs").GetProperty("echo").GetString());
        Assert.Equal(2, (await File.ReadAllLinesAsync(file)).Length);
    }

    [Fact]
    public async Task Start_RetryableFailure_WaitsAndTriesAgain()
    {
        var mended = host[$"mended-{Guid.NewGuid():N}"];
        var run = await host.Http.StartAsync($$"""
            name: backoff
            stages:
              - { id: a, agent: recorder, action: fail, parameters: { until: {{mended}}, retryable: true }, retry: { maxAttempts: 5, backoff: 200ms } }
            """);
        await host.Http.UntilAsync(run, (type, _) => type == "stage_retry_scheduled");
        await File.WriteAllTextAsync(mended, "");

        var ended = await host.Http.EndAsync(run);

        Assert.Equal("success", ended.GetProperty("status").GetString());
        Assert.True(ended.GetProperty("stages")[0].GetProperty("attempts").GetArrayLength() >= 2);
    }

    [Fact]
    public async Task Timeout_StageTooLong_FailsAndProgramIsKilled()
    {
        var run = await host.Http.StartAsync("""
            name: slow
            stages:
              - { id: a, agent: command, action: run, parameters: { script: sleep 600 }, timeout: 300ms, retry: { maxAttempts: 1 } }
            """);

        var ended = await host.Http.EndAsync(run);

        Assert.Equal("STAGE_TIMEOUT", ended.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Start_IdempotencyKey_SameRunForSameBodyAndConflictForAnother()
    {
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(key, "one")));
        var other = await PostAsync(key, "two");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var ids = await Task.WhenAll(answers.Select(async answer => (await answer.JsonAsync()).GetProperty("id").GetString()));
        Assert.Single(ids.Distinct());
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task List_ByLabelStatusAndCursor_FindsEachOnce()
    {
        var label = Guid.NewGuid().ToString("N");
        for (var i = 0; i < 5; i++)
        {
            using var response = await PostAsync(Guid.NewGuid().ToString(), "listed", label);
            await host.Http.EndAsync((await response.JsonAsync()).GetProperty("id").GetGuid());
        }

        var found = new List<string?>();
        var path = $"/api/v1/runs?label=batch={label}&status=success&limit=2";
        for (string? cursor = "", next = path; cursor is not null; next = $"{path}&cursor={Uri.EscapeDataString(cursor ?? "")}")
        {
            var page = await host.Http.JsonAsync(next);
            found.AddRange(page.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()));
            cursor = page.TryGetProperty("nextCursor", out var value) ? value.GetString() : null;
        }

        Assert.Equal((5, 5), (found.Count, found.Distinct().Count()));
    }

    [Theory]
    [InlineData("status=done")]
    [InlineData("limit=0")]
    [InlineData("since=yesterday")]
    [InlineData("cursor=x")]
    [InlineData("label=x")]
    public async Task List_WrongParameter_IsNamed(string query)
    {
        using var response = await host.Http.GetAsync($"/api/v1/runs?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"path\":\"{query.Split('=')[0]}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FiveHundredStagesTwoHundredWide_AllSucceed()
    {
        var stages = new StringBuilder("name: wide\nstages:\n");
        for (var i = 0; i < 500; i++)
        {
            var needs = i switch { 0 => "", <= 200 => "s0", < 499 => $"s{i - 200}", _ => string.Join(", ", Enumerable.Range(299, 200).Select(n => $"s{n}")) };
            stages.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{ id: s{i}, agent: recorder, action: noop, needs: [{needs}] }}\n");
        }

        var run = await host.Http.StartAsync(stages.ToString());
        var ended = await host.Http.EndAsync(run);

        Assert.Equal("success", ended.GetProperty("status").GetString());
        Assert.Equal(500, ended.GetProperty("stages").EnumerateArray().Count(s => s.GetProperty("status").GetString() == "success"));
    }

    [Fact]
    public async Task Start_InputThatCannotBeStored_IsRefused()
    {
        const string Body = """
            { "pipeline": { "name": "p", "inputs": { "n": { "type": "number" } }, "stages": [{ "id": "a", "agent": "recorder", "action": "noop" }] },
              "inputs": { "n": 1e999999 } }
            """;
        using var content = new StringContent(Body, Encoding.UTF8, "application/json");

        using var response = await host.Http.PostAsync("/api/v1/runs", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("VALIDATION_ERROR", (await response.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Start_OutputThatCannotBeStored_FailsTheStageAndNoOther()
    {
        var file = host[$"file-{Guid.NewGuid():N}"];
        const string Good = "name: neighbour\nstages: [{ id: a, agent: recorder, action: noop }]\n";
        using var content = new StringContent($$"""
            { "pipeline": { "name": "p", "stages": [{ "id": "a", "agent": "recorder", "action": "record",
              "parameters": { "file": "{{file}}", "echo": 1e999999 } }] } }
            """, Encoding.UTF8, "application/json");

        using var response = await host.Http.PostAsync("/api/v1/runs", content);
        var neighbours = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Http.StartAsync(Good)));

        var ended = await host.Http.EndAsync((await response.JsonAsync()).GetProperty("id").GetGuid());
        Assert.Equal("failed", ended.GetProperty("status").GetString());
        Assert.All(await Task.WhenAll(neighbours.Select(host.Http.EndAsync)), run => Assert.Equal("success", run.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Log_OfAStage_IsThere()
    {
        var run = await host.Http.StartAsync("name: log\nstages: [{ id: a, agent: command, action: run, parameters: { script: 'echo hello there' } }]\n");
        await host.Http.EndAsync(run);

        Assert.Contains("hello there", await host.Http.GetStringAsync($"/api/v1/runs/{run}/stages/a/log"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"/api/v1/runs/{run}/stages/b/log")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"/api/v1/runs/{Guid.NewGuid()}")).StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string name, string? label = null)
    {
        var body = JsonSerializer.Serialize(new
        {
            pipeline = new { name, stages = new[] { new { id = "a", agent = "recorder", action = "noop" } } },
            labels = new Dictionary<string, string> { ["batch"] = label ?? "none" },
        });
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await host.Http.SendAsync(request);
    }

    private static int Sleeping(string mark) => Process.GetProcessesByName("sleep").Count(process => CommandLine(process.Id).Contains(mark, StringComparison.Ordinal));

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            // It is gone by now.
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
            await Task.Delay(20, patience.Token);
    }
}
