using System.Net;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class ChildRunTests(HostFixture host)
{
    [Fact]
    public async Task Child_Pipeline_BringsItsOutputsAndMetrics()
    {
        var (name, file) = ($"child-{Guid.NewGuid():N}", host[$"file-{Guid.NewGuid():N}"]);
        await PutAsync(name, $$"""
            name: {{name}}
            inputs: { what: { type: string, required: true } }
            stages:
              - { id: make, agent: recorder, action: record, parameters: { file: {{file}}, echo: "$[[ inputs.what ]]" } }
            """.Replace("$[[", "${{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal));

        var run = await host.Http.StartAsync($$"""
            name: parent
            stages:
              - { id: sub, pipeline: { name: {{name}}, inputs: { what: bread } }, gates: ["make.recorded == 1"] }
              - { id: after, agent: recorder, action: record, needs: [sub], parameters: { file: {{file}}, echo: "$[[ stages.sub.outputs.stages.make.echo ]]" } }
            """.Replace("$[[", "${{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal));

        var ended = await host.Http.EndAsync(run);
        Assert.Equal("sub:success after:success", ended.Stages());
        Assert.Equal("bread", ended.GetProperty("stages")[1].GetProperty("outputs").GetProperty("echo").GetString());
        var child = await host.Http.JsonAsync($"/api/v1/runs/{ended.GetProperty("stages")[0].GetProperty("childRun").GetString()}");
        Assert.Equal(run, child.GetProperty("parent").GetProperty("runId").GetGuid());
    }

    [Fact]
    public async Task Child_ParentIsCancelled_IsCancelledToo()
    {
        var name = $"child-{Guid.NewGuid():N}";
        await PutAsync(name, $"name: {name}\nstages: [{{ id: w, wait: {{ signal: never }} }}]");
        var run = await host.Http.StartAsync($"name: parent\nstages: [{{ id: sub, pipeline: {{ name: {name} }} }}]");
        await host.Http.UntilAsync(run, (type, _) => type == "stage_blocked");
        var child = (await host.Http.JsonAsync($"/api/v1/runs/{run}")).GetProperty("stages")[0].GetProperty("childRun").GetGuid();

        using var cancel = await host.Http.PostAsync($"/api/v1/runs/{run}/cancel", null);

        Assert.Equal("cancelled", (await host.Http.EndAsync(child)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Child_PipelineIsNotThere_RunIsRefused()
    {
        using var answer = await host.Http.PostYamlAsync("/api/v1/runs", "name: p\nstages: [{ id: sub, pipeline: { name: nowhere } }]");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("stages[0].pipeline.name", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task PutAsync(string name, string yaml)
    {
        using var put = await host.Http.SendAsync(Api.Yaml(HttpMethod.Put, $"/api/v1/pipelines/{name}", yaml));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
    }
}
