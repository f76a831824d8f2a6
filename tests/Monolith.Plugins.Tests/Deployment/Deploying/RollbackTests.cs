namespace Monolith.Plugins.Tests.Deployment.Deploying;

public sealed class RollbackTests : DeploymentTestBase
{
    [Fact]
    public async Task Rollback_AfterTwoVersions_BringsTheFirstBack()
    {
        (await DeployAsync(App("1"))).Succeeded();
        (await DeployAsync(App("2"))).Succeeded();
        Directory.Delete(Workspace.At("1"), recursive: true);

        var back = (await RunAsync("rollback", new { target = Known(), observe = "0s" })).Succeeded();

        Assert.Equal("1", (string?)back.Outputs["version"]);
        Assert.Equal("1", await GetAsync());
        var status = (await RunAsync("status", new { target = Known() })).Succeeded();
        Assert.Equal(("1", "2"), ((string?)status.Outputs["version"], (string?)status.Outputs["previous"]));
        Assert.Equal(1, status.Metrics["deployment.requests"]);
        Assert.True((bool)status.Outputs["instances"]![0]!["healthy"]!);
    }
}
