using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>What can be done with a target once something is deployed there.</summary>
public sealed class KnownTargetTests : DeploymentTestBase
{
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
