using System.Net;
using System.Net.Http.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class ForkTests(HostFixture host)
{
    [Fact]
    public async Task Fork_FromAStage_ReusesWhatCameBefore()
    {
        var file = host[$"file-{Guid.NewGuid():N}"];
        var run = await host.Http.StartAsync($$"""
            name: forked
            inputs: { what: { default: one } }
            stages:
              - { id: a, agent: recorder, action: record, parameters: { file: {{file}}, echo: kept } }
              - { id: b, agent: recorder, action: record, needs: [a], parameters: { file: {{file}}, echo: "$[[ inputs.what ]]-$[[ stages.a.outputs.echo ]]" } }
            """.Replace("$[[", "${{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal));
        await host.Http.EndAsync(run);

        using var answer = await host.Http.PostAsJsonAsync($"/api/v1/runs/{run}/fork?fromStage=b", new { inputs = new { what = "two" } });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var ended = await host.Http.EndAsync((await answer.JsonAsync()).GetProperty("id").GetGuid());
        Assert.Equal(run, ended.GetProperty("forkOf").GetGuid());
        Assert.True(ended.GetProperty("stages")[0].GetProperty("reused").GetBoolean());
        Assert.Equal("two-kept", ended.GetProperty("stages")[1].GetProperty("outputs").GetProperty("echo").GetString());
        Assert.Equal(3, (await File.ReadAllLinesAsync(file)).Length);
    }

    [Fact]
    public async Task Get_AtVersion_ShowsTheRunAsItWas()
    {
        var run = await host.Http.StartAsync("name: past\nstages: [{ id: a, agent: recorder, action: noop }]");
        var ended = await host.Http.EndAsync(run);

        var before = await host.Http.JsonAsync($"/api/v1/runs/{run}?atVersion=1");
        using var beyond = await host.Http.GetAsync($"/api/v1/runs/{run}?atVersion={ended.GetProperty("version").GetInt64() + 1}");

        Assert.Equal(("queued", "a:pending"), (before.GetProperty("status").GetString(), before.Stages()));
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
    }
}
