using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

/// <summary>What two projects call the same is each one's own.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class OwnNamesTests(KeyedHostFixture keyed)
{
    private const string Waits = "{ name: twin, stages: [{ id: w, wait: { signal: go } }] }";

    [Fact]
    public async Task Put_NameOfAnotherProject_IsAPipelineOfItsOwn()
    {
        var blue = await keyed.BlueAsync();
        Assert.Equal(201, await PutAsync(blue, "twin", Waits));
        Assert.Equal(404, await keyed.Admin.StatusAsync("/api/v1/pipelines/twin"));
        Assert.Equal(404, await keyed.Admin.StatusAsync("/api/v1/pipelines/blue%2Ftwin"));

        Assert.Equal(201, await PutAsync(keyed.Admin, "twin", Waits));
        Assert.Equal(204, (await keyed.Admin.SendAsync(HttpMethod.Delete, "/api/v1/pipelines/twin")).Status);

        var (_, left) = await keyed.Admin.SendAsync(HttpMethod.Get, "/api/v1/pipelines/twin?project=blue");
        Assert.Equal(("blue", "twin"), (left.GetProperty("project").GetString(), left.GetProperty("name").GetString()));
        Assert.Equal(404, await PutAsync(blue, "twin", Waits, "?project=default"));
    }

    [Fact]
    public async Task List_OfSomeProjects_HasTheirPipelinesOnly()
    {
        await PutAsync(await keyed.BlueAsync(), "listed", Waits.Replace("twin", "listed", StringComparison.Ordinal));
        await PutAsync(keyed.Admin, "of-default", Waits.Replace("twin", "of-default", StringComparison.Ordinal));
        using var both = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "two", roles = new[] { "viewer" }, projects = new[] { "blue", "default" } }));

        var (_, all) = await both.SendAsync(HttpMethod.Get, "/api/v1/pipelines");
        var (_, some) = await both.SendAsync(HttpMethod.Get, "/api/v1/pipelines?project=default");

        Assert.Superset(new HashSet<string> { "blue/listed", "default/of-default" }, Names(all));
        Assert.All(Names(all), name => Assert.True(name.StartsWith("blue/", StringComparison.Ordinal) || name.StartsWith("default/", StringComparison.Ordinal), name));
        Assert.Contains("default/of-default", Names(some));
        Assert.DoesNotContain("blue/listed", Names(some));
    }

    private static HashSet<string> Names(JsonElement list) =>
        [.. list.GetProperty("pipelines").EnumerateArray().Select(pipeline => $"{pipeline.GetProperty("project").GetString()}/{pipeline.GetProperty("name").GetString()}")];

    [Fact]
    public async Task Start_SameIdempotencyKeyInTwoProjects_AreTwoRuns()
    {
        using var green = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "green", roles = new[] { "operator" }, projects = new[] { "green" } }));
        var one = await StartAsync(green);
        var other = await StartAsync(await keyed.BlueAsync());

        Assert.NotEqual(one, other);
        Assert.Equal(one, await StartAsync(green));
        Assert.Equal("green", (await green.SendAsync(HttpMethod.Get, $"/api/v1/runs/{one}")).Body.GetProperty("project").GetString());
    }

    private static async Task<string> StartAsync(ApiClient client) =>
        (await client.SendAsync(HttpMethod.Post, "/api/v1/runs", new { pipeline = new { name = "twin", stages = new[] { new { id = "w", wait = new { signal = "go" } } } } }, ("Idempotency-Key", "same")))
            .Body.GetProperty("id").GetString()!;

    private static async Task<int> PutAsync(ApiClient client, string name, string yaml, string query = "")
    {
        using var answer = await client.Http.PutAsync($"/api/v1/pipelines/{name}{query}", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
        return (int)answer.StatusCode;
    }
}
