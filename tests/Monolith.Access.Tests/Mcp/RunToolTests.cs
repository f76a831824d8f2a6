using System.Text;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Mcp;

[Collection(OneKeyedHost.Name)]
public sealed class RunToolTests(KeyedHostFixture keyed)
{
    private const string Pipeline = """
        name: by-mcp
        inputs: { word: { type: string, required: true } }
        stages:
          - { id: say, agent: command, action: run, parameters: { script: "echo ${{ inputs.word }}; echo last" } }
          - { id: hold, needs: [say], wait: { signal: go } }
        """;

    [Fact]
    public async Task StartRun_ByAnOperator_IsWatchedToItsEndAndRead()
    {
        using var put = await keyed.Admin.Http.PutAsync("/api/v1/pipelines/by-mcp", new StringContent(Pipeline, Encoding.UTF8, "application/yaml"));
        await using var assistant = await Assistant.ConnectAsync(keyed.Host, await keyed.Admin.NewKeyAsync("mcp-ada", "operator"));
        Assert.Contains("by-mcp", (await assistant.CallAsync("list_pipelines", "{}")).Text, StringComparison.Ordinal);

        var started = await assistant.JsonAsync("start_run", """{ "pipeline": "by-mcp", "inputs": { "word": "hello" }, "idempotencyKey": "mcp-1" }""");
        var again = await assistant.JsonAsync("start_run", """{ "pipeline": "by-mcp", "inputs": { "word": "hello" }, "idempotencyKey": "mcp-1" }""");
        var (id, heard) = (started.Text("id"), new Heard());
        var watching = assistant.JsonAsync("watch_run", $$"""{ "runId": "{{id}}", "seconds": 60 }""", heard);
        // What is told may be overtaken by the answer, so the run does not end before it was heard.
        await heard.UntilAsync("stage_succeeded: say");
        using var signal = await keyed.Admin.Http.PostAsync($"/api/v1/runs/{id}/signals/go", null);
        var ended = await watching;

        Assert.Equal((id, "success"), (again.Text("id"), ended.Text("status")));
        Assert.Equal(id, (await assistant.JsonAsync("get_run", $$"""{ "runId": "{{id}}" }""")).Text("id"));
        Assert.EndsWith("last", (await assistant.CallAsync("read_log", $$"""{ "runId": "{{id}}", "stage": "say", "lines": 1 }""")).Text, StringComparison.Ordinal);
        var entry = (await keyed.Admin.EntriesAsync($"subject={id}&action=run.start"))[^1];
        Assert.Equal(("mcp-ada", "Key", "202", "POST /api/v1/runs"), (entry.Text("who"), entry.Text("how"), entry.Text("result"), entry.Text("request")));
        Assert.Contains(entry.Text("from"), new[] { "127.0.0.1", "::1" });
    }

    [Fact]
    public async Task WatchRun_ThatDoesNotEnd_IsGivenAsItIs()
    {
        await using var assistant = await Assistant.ConnectAsync(keyed.Host, KeyedHostFixture.FirstKey);
        using var started = await keyed.Admin.Http.PostAsync("/api/v1/runs", new StringContent("name: long\nstages: [{ id: one, wait: { signal: go } }]", Encoding.UTF8, "application/yaml"));

        var run = await assistant.JsonAsync("watch_run", $$"""{ "runId": "{{started.Headers.Location!.ToString().Split('/')[^1]}}", "seconds": 1 }""");

        Assert.Contains(run.Text("status"), new[] { "queued", "running", "waiting" });
    }
}
