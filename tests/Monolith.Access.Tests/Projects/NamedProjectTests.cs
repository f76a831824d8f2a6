using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

/// <summary>How a request names its project.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class NamedProjectTests(KeyedHostFixture keyed)
{
    private static readonly object Run = new { pipeline = new { name = "named", stages = new[] { new { id = "w", wait = new { signal = "go" } } } } };

    [Fact]
    public async Task Start_ByWhoHasTwoProjects_MustSayWhich()
    {
        using var both = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "both", roles = new[] { "operator" }, projects = new[] { "pink", "cyan" } }));

        var (status, problem) = await both.SendAsync(HttpMethod.Post, "/api/v1/runs", Run);
        Assert.Equal((400, "project"), (status, problem.GetProperty("errors")[0].GetProperty("path").GetString()));
        var (_, run) = await both.SendAsync(HttpMethod.Post, "/api/v1/runs?project=cyan", Run);
        await both.SendAsync(HttpMethod.Post, "/api/v1/runs?project=pink", Run);

        Assert.Equal("cyan", run.GetProperty("project").GetString());
        Assert.Equal((2, 1), (await CountAsync(both, ""), await CountAsync(both, "?project=pink")));
        Assert.Equal(404, await both.StatusAsync($"/api/v1/runs/{run.GetProperty("id").GetString()}?project=pink"));
    }

    [Fact]
    public async Task Start_WithoutAWord_IsOfTheDefaultProject()
    {
        var (_, run) = await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/runs", Run);

        Assert.Equal("default", run.GetProperty("project").GetString());
        Assert.Equal(200, await keyed.Admin.StatusAsync($"/api/v1/runs/{run.GetProperty("id").GetString()}?project=default"));
    }

    [Theory]
    [InlineData("Blue", 400)]
    [InlineData("a%2Fb", 400)]
    [InlineData("a&project=b", 400)]
    [InlineData("nobodys", 200)]
    public async Task List_ProjectThatIsNoName_IsAProblem(string name, int status) => Assert.Equal(status, await keyed.Admin.StatusAsync($"/api/v1/runs?project={name}"));

    private static async Task<int> CountAsync(ApiClient client, string query) =>
        (await client.SendAsync(HttpMethod.Get, $"/api/v1/runs{query}")).Body.GetProperty("runs").GetArrayLength();
}
