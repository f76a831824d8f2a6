using System.Text;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

/// <summary>What a run may start or go on from is of its own project.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class ChildProjectTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData(RedProject.Pipeline, 404, "PIPELINE_NOT_FOUND")]
    [InlineData("red/red-secret", 400, "VALIDATION_ERROR")]
    public async Task Start_ChildOfAnotherProject_IsRefused(string child, int status, string code)
    {
        await keyed.RedAsync();
        var blue = await keyed.BlueAsync();

        var (answered, problem) = await blue.SendAsync(HttpMethod.Post, "/api/v1/runs", new { pipeline = new { name = "parent", stages = new[] { new { id = "c", pipeline = new { name = child } } } } });

        Assert.Equal((status, code), (answered, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(RedProject.Pipeline)]
    [InlineData("red/red-secret")]
    public async Task Start_PipelineOfAnotherProjectByName_IsNotThere(string name)
    {
        await keyed.RedAsync();

        Assert.Equal(404, (await (await keyed.BlueAsync()).SendAsync(HttpMethod.Post, "/api/v1/runs", new { pipeline = name })).Status);
        Assert.Equal(404, (await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/runs", new { pipeline = name })).Status);
    }

    [Fact]
    public async Task Run_ChildAndFork_AreOfTheProject()
    {
        using var admin = keyed.Client((await keyed.RedAsync()).Key);
        using var put = await admin.Http.PutAsync("/api/v1/pipelines/small", new StringContent("{ name: small, stages: [{ id: w, wait: { for: 1ms } }] }", Encoding.UTF8, "application/yaml"));
        var (_, run) = await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/runs?project=red", new { pipeline = new { name = "parent", stages = new[] { new { id = "c", pipeline = new { name = "small" } } } } });
        var id = run.GetProperty("id").GetString()!;
        await RunFollower.UntilAsync(admin.Http, id, "run_succeeded");

        var child = (await admin.SendAsync(HttpMethod.Get, $"/api/v1/runs/{id}")).Body.GetProperty("stages")[0].GetProperty("outputs").GetProperty("runId").GetString();
        Assert.Equal("red", (await admin.SendAsync(HttpMethod.Get, $"/api/v1/runs/{child}")).Body.GetProperty("project").GetString());
        Assert.Equal(404, await (await keyed.BlueAsync()).StatusAsync($"/api/v1/runs/{child}"));
        var (_, fork) = await keyed.Admin.SendAsync(HttpMethod.Post, $"/api/v1/runs/{id}/fork?fromStage=c");
        Assert.Equal("red", fork.GetProperty("project").GetString());
    }
}
