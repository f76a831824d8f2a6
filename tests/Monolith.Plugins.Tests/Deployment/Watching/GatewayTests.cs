using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Deployment.Watching;

public sealed class GatewayTests : WatchTestBase
{
    [Fact]
    public async Task Watch_GatewayDies_StartsItAgainWithItsRoutes()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var journal = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(State, "app", "deployment.json")))!;
        RealInstances.Kill($"gateway-{journal["mark"]}");

        var result = (await WatchAsync(WatchOf("restart", duration: "2s"))).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.Equal("The gateway does not answer.", (string?)Record(result)["summary"]);
        Assert.Equal("Restarted the gateway.", (string?)Record(result)["heals"]![0]!["outcome"]);
    }
}
