using Monolith.Access.Tests.Routes;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

/// <summary>Asks every route of the real host about items of the project red.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class ForeignTenantTests(KeyedHostFixture keyed)
{
    /// <summary>Parameters that name nothing of any project: reviewed, and for the whole host or for everybody. Pages are frames that scripts fill, the same for every item.</summary>
    private static readonly string[] OfTheHost =
    [
        "/agents/{name}",
        "/api/v1/agents/{name}",
        "/api/v1/agents/packages/{plugin}",
        "/api/v1/agents/packages/{plugin}/{contentHash}",
        "/api/v1/agents/packages/{plugin}/disable",
        "/api/v1/agents/packages/{plugin}/enable",
        "/api/v1/agents/packages/{plugin}/pin/{contentHash}",
        "/api/v1/agents/packages/{plugin}/rollback",
        "/api/v1/agents/packages/{plugin}/serve/{contentHash}",
        "/api/v1/agents/packages/{plugin}/shadow/{contentHash}",
        "/api/v1/agents/packages/{plugin}/shadows",
        "/api/v1/agents/packages/{plugin}/shadows/{shadow:guid}",
        "/api/v1/agents/packages/{plugin}/unpin",
        "/api/v1/features/{name}",
        "/api/v1/hooks/{source}",
        "/assets/{version}/{**name}",
        "/badges/{project}/{name}/badge.json",
        "/badges/{project}/{name}/badge.svg",
        "/docs/{documentName?}",
        "/hangfire/{**path}",
        "/openapi/{documentName}.json",
        "/pipelines/{name}",
        "/runs/{id:guid}",
    ];

    /// <summary>Names of pipelines and secrets are each project's own, so these make one of that name.</summary>
    private static readonly string[] Makes = ["PUT /api/v1/pipelines/{name}", "PUT /api/v1/secrets/{name}"];

    [Fact]
    public async Task Call_ItemOfAnotherProject_IsNotThere()
    {
        var (red, blue) = (await keyed.RedAsync(), await keyed.BlueAsync());
        var stranger = new Caller("blue", blue) { Place = red.Place };

        var seen = new List<string>();
        foreach (var (method, path) in Items().Where(call => !Makes.Contains($"{call.Method} {call.Path}")))
        {
            if (await stranger.AskAsync(method, path) is not 404 and var status)
                seen.Add($"{method} {path} answers {status}: say in its map what its parameter has to do with projects, OfProject(...) or InOneProject().");
        }

        Assert.Empty(seen);
    }

    [Fact]
    public async Task Get_ItemOfTheOwnProject_IsThere()
    {
        var red = await keyed.RedAsync();
        using var client = keyed.Client(red.Key);
        var owner = new Caller("red", client) { Place = red.Place };

        foreach (var (method, path) in Items().Where(call => call.Method == "GET"))
            Assert.Equal((path, 200), (path, await owner.AskAsync(method, path)));
    }

    private IEnumerable<(string Method, string Path)> Items() =>
        RouteMatrix.CallsOf(keyed.Host.Routes).Where(call => call.Path.Contains('{', StringComparison.Ordinal) && !OfTheHost.Contains(call.Path));
}
