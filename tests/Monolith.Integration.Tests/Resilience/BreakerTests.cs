using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Resilience;

public sealed class BreakerTests
{
    private static readonly (string, string) TwoCalls = ("Breakers__MinimumCalls", "2");

    [Fact]
    public async Task Open_AgentKeepsFailing_IsSeenEverywhereAndStagesWaitOrFailAsTheyWish()
    {
        using var folder = Folder();
        await using var host = await HostProcess.StartAsync(folder.Path, TwoCalls, ("Breakers__OpenFor", "00:30:00"));
        await OpenAsync(host, folder["never"]);

        var breaker = (await host.Http.JsonAsync("/api/v1/breakers")).GetProperty("breakers").EnumerateArray().Single();
        Assert.Equal(("agent", "recorder", "open"), (Text(breaker, "kind"), Text(breaker, "name"), Text(breaker, "state")));
        Assert.Equal(1, breaker.GetProperty("openings").GetInt32());

        var agents = (await host.Http.JsonAsync("/health/ready")).GetProperty("components").GetProperty("agents");
        Assert.Equal("degraded", Text(agents, "status"));
        Assert.Equal("recorder", agents.GetProperty("details").GetProperty("openBreakers")[0].GetString());

        var metrics = await host.Http.GetStringAsync("/metrics");
        Assert.Contains("monolith_breaker_state{kind=\"agent\",name=\"recorder\"} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("monolith_breaker_openings_total{kind=\"agent\",name=\"recorder\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("breaker: the breaker of Agent recorder is Open", host.Output, StringComparison.Ordinal);

        var waits = await host.Http.StartAsync("name: waits\nstages: [{ id: a, agent: recorder, action: noop }]");
        await host.Http.UntilAsync(waits, (type, _) => type == "stage_postponed");
        var waiting = await host.Http.JsonAsync($"/api/v1/runs/{waits}");
        Assert.Equal(("waiting", "a:pending"), (Text(waiting, "status"), waiting.Stages()));
        var stage = waiting.GetProperty("stages")[0];
        Assert.Equal("CIRCUIT_OPEN", Text(stage.GetProperty("error"), "code"));
        Assert.True(stage.GetProperty("nextAttemptAt").GetDateTimeOffset() >= breaker.GetProperty("openUntil").GetDateTimeOffset().AddSeconds(-1));

        var fails = await host.Http.EndAsync(
            await host.Http.StartAsync("name: fails\nstages: [{ id: a, agent: recorder, action: noop, retry: { whenOpen: fail } }]"));
        Assert.Equal("CIRCUIT_OPEN", Text(fails.GetProperty("error"), "code"));
    }

    [Trait("Length", "Long")]
    [Fact]
    public async Task Open_HostKilledWhileAStageIsPutOff_TheStageIsDoneAfterTheRestart()
    {
        using var folder = Folder();
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path, TwoCalls, ("Breakers__OpenFor", "00:00:08")))
        {
            await OpenAsync(first, folder["never"]);
            run = await first.Http.StartAsync("name: waits\nstages: [{ id: a, agent: recorder, action: noop, retry: { maxAttempts: 1 } }]");
            await first.Http.UntilAsync(run, (type, _) => type == "stage_postponed");
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path);
        var ended = await second.Http.EndAsync(run);

        Assert.Equal("success", Text(ended, "status"));
        var attempt = ended.GetProperty("stages")[0].GetProperty("attempts").EnumerateArray().Single();
        Assert.Equal((1, 2), (attempt.GetProperty("number").GetInt32(), attempt.GetProperty("executions").GetInt32()));
        var history = await second.Http.JsonAsync($"/api/v1/runs/{run}/events");
        var postponed = history.GetProperty("events").EnumerateArray().Single(change => Text(change, "type") == "stage_postponed").GetProperty("data");
        Assert.True(attempt.GetProperty("startedAt").GetDateTimeOffset() >= postponed.GetProperty("notBefore").GetDateTimeOffset());
    }

    [Fact]
    public async Task HalfOpen_AgentIsBack_EveryStageThatWaitedIsDone()
    {
        using var folder = Folder();
        await using var host = await HostProcess.StartAsync(folder.Path, TwoCalls, ("Breakers__OpenFor", "00:00:01"));
        await OpenAsync(host, folder["never"]);

        var runs = new List<Guid>();
        for (var i = 0; i < 5; i++)
            runs.Add(await host.Http.StartAsync("name: waits\nstages: [{ id: a, agent: recorder, action: noop, retry: { maxAttempts: 1 } }]"));

        foreach (var run in runs)
            Assert.Equal("success", Text(await host.Http.EndAsync(run), "status"));
        var breaker = (await host.Http.JsonAsync("/api/v1/breakers")).GetProperty("breakers").EnumerateArray().Single();
        Assert.Equal("closed", Text(breaker, "state"));
    }

    private static TestFolder Folder()
    {
        var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        return folder;
    }

    private static async Task OpenAsync(HostProcess host, string never) => await host.Http.EndAsync(await host.Http.StartAsync($$"""
        name: breaks
        stages:
          - { id: a, agent: recorder, action: fail, parameters: { until: {{never}}, retryable: true }, retry: { maxAttempts: 1 } }
          - { id: b, agent: recorder, action: fail, parameters: { until: {{never}}, retryable: true }, retry: { maxAttempts: 1 } }
        """));

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
