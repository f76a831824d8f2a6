namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>The strategies that <see cref="LoadTests"/> leaves out.</summary>
public sealed class StrategyTests : DeploymentTestBase
{
    [Theory]
    [InlineData("rolling", 2)]
    [InlineData("recreate", 1)]
    public async Task Deploy_SecondVersion_TakesOverAndTheFirstIsStopped(string strategy, int replicas)
    {
        var first = (await DeployAsync(new(App("1")) { ["replicas"] = replicas })).Succeeded();
        Assert.Equal("1", await GetAsync());

        var second = (await DeployAsync(new(App("2")) { ["strategy"] = strategy, ["replicas"] = replicas })).Succeeded();

        Assert.Equal("2", await GetAsync());
        Assert.Equal("1", (string?)second.Outputs["previous"]);
        Assert.Equal(replicas, second.Outputs["instances"]!.AsArray().Count);
        Assert.Equal(0, second.Metrics["deployment.rolled_back"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync(new Uri((string)first.Outputs["instances"]![0]!["address"]!)));
    }
}
