namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Versions that do not do well, each in its way.</summary>
public sealed class BadVersionTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_VersionThatEndsAtOnce_FailsWithItsLastLinesAndTheOldOneGoesOn()
    {
        (await DeployAsync(App("1"))).Succeeded();

        var result = await DeployAsync(new(App("2", "crash")) { ["strategy"] = "recreate" });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("no licence").Says("Version 1 is live again.");
        Assert.Equal(1, result.Metrics["deployment.rolled_back"]);
        Assert.Equal("1", await GetAsync());
    }

    [Fact]
    public async Task Deploy_VersionThatIsNotHealthy_NeverGetsARequest()
    {
        (await DeployAsync(App("1"))).Succeeded();

        var result = await DeployAsync(new(App("2", "sick")) { ["health"] = new { within = "8s" } });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("was not healthy within 8s").Says("/health answers 500");
        Assert.Equal(0, result.Metrics["deployment.requests"]);
        Assert.DoesNotContain("deployment.error_rate", result.Metrics.Keys);
    }
}
