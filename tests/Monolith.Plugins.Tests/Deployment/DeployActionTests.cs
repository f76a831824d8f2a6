namespace Monolith.Plugins.Tests.Deployment;

public sealed class DeployActionTests : DeploymentTestBase
{
    [Theory]
    [InlineData("blue-green")]
    [InlineData("canary")]
    [InlineData("rolling")]
    [InlineData("recreate")]
    public async Task Deploy_SecondVersion_TakesOverAndTheFirstIsStopped(string strategy)
    {
        var first = (await DeployAsync(App("1"))).Succeeded();
        Assert.Equal("1", await GetAsync());

        var second = (await DeployAsync(new(App("2")) { ["strategy"] = strategy, ["replicas"] = 2 })).Succeeded();

        Assert.Equal("2", await GetAsync());
        Assert.Equal("1", (string?)second.Outputs["previous"]);
        Assert.Equal(0, second.Metrics["deployment.rolled_back"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync(new Uri((string)first.Outputs["instances"]![0]!["address"]!)));
    }
}
