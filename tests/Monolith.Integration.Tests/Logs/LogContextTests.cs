using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Logs;

public sealed class LogContextTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Log_WhileAStageRuns_NamesItsRunAndWhoAskedForIt_AlsoAfterARestart()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        (string, string)[] settings = [("Logging__LogLevel__Monolith", "Debug")];
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path, settings))
        {
            run = await StartAsync(first.Http);
            AssertIsOf(run, "a", await LogLine.OneAsync(first, line => line.Text("stage_id") == "a"));
            await first.Http.UntilAsync(run, (type, _) => type == "stage_blocked");
        }

        await using var second = await HostProcess.StartAsync(folder.Path, settings);
        using var signal = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/runs/{run}/signals/go") { Headers = { { "x-request-id", "another" } } };
        (await second.Http.SendAsync(signal)).EnsureSuccessStatusCode();
        AssertIsOf(run, "c", await LogLine.OneAsync(second, line => line.Text("stage_id") == "c"));
    }

    private static void AssertIsOf(Guid run, string stage, System.Text.Json.JsonElement line)
    {
        Assert.Equal(
            (run.ToString(), stage, Trace, "asked-1", "order-7", "ada", "tab-3"),
            (line.Text("run_id"), line.Text("stage_id"), line.Text("trace_id"), line.Text("request_id"), line.Text("correlation_id"), line.Text("user_id"), line.Text("session_id")));
        Assert.Equal(("stage", "debug", "Monolith.Pipelines.Engine.Stages.StageRunner"), (line.Text("operation"), line.Text("level"), line.Text("component")));
        Assert.True(line.GetProperty("duration_ms").GetDouble() >= 0);
        Assert.Equal("recorder", line.GetProperty("tags").GetProperty("agent").GetString());
    }

    private static async Task<Guid> StartAsync(HttpClient http)
    {
        using var request = Api.Yaml(HttpMethod.Post, "/api/v1/runs", """
            name: logged
            mode: sequential
            stages:
              - { id: a, agent: recorder, action: noop }
              - { id: b, wait: { signal: go } }
              - { id: c, agent: recorder, action: noop }
            """);
        request.Headers.Add("x-trace-id", Trace);
        request.Headers.Add("x-request-id", "asked-1");
        request.Headers.Add("x-correlation-id", "order-7");
        request.Headers.Add("x-user-id", "ada");
        request.Headers.Add("x-session-id", "tab-3");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.JsonAsync()).GetProperty("id").GetGuid();
    }
}
