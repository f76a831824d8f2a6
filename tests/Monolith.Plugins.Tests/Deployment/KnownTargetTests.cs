using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>What can be done with a target once something is deployed there.</summary>
public sealed class KnownTargetTests : DeploymentTestBase
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

    [Fact]
    public async Task HealthCheck_InstanceGone_NamesIt()
    {
        var deployed = (await DeployAsync(App("1"))).Succeeded();
        (await RunAsync("health_check", new { target = Known() })).Succeeded();
        var id = Instance(deployed);
        RealInstances.Kill(id);

        var result = await RunAsync("health_check", new { target = Known() });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says($"{id}: it does not run");
        Assert.Equal((1, 0), (result.Metrics["health.instances"], result.Metrics["health.healthy"]));
    }

    [Fact]
    public async Task Stop_Deployed_EndsInstancesAndGatewayAndForgets()
    {
        var deployed = (await DeployAsync(App("1"))).Succeeded();

        (await RunAsync("stop", new { target = Known() })).Succeeded();

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync());
        Assert.Empty(RealInstances.Find(Instance(deployed)));
        Assert.Null((await RunAsync("status", new { target = Known() })).Succeeded().Outputs["version"]);
        (await RunAsync("rollback", new { target = Known() })).FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("no version to go back to");
    }

    private static string Instance(AgentResult deployed) => (string)((JsonNode)deployed.Outputs)["instances"]![0]!["id"]!;
}
