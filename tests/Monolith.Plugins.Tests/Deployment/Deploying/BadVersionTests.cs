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

        var result = await DeployAsync(new(App("2", "sick")) { ["health"] = new { within = "500ms" } });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("was not healthy within 500ms").Says("/health answers 500");
        Assert.Equal(0, result.Metrics["deployment.requests"]);
        Assert.DoesNotContain("deployment.error_rate", result.Metrics.Keys);
    }

    [Fact]
    public async Task Deploy_VersionThatFallsSickWhileItIsWatched_IsTakenBack()
    {
        var file = Path.Combine(Workspace.Outside, "fault");
        (await DeployAsync(App("1"))).Succeeded();
        var context = Context("deploy", new Dictionary<string, object>(App("2", "sick")) { ["observe"] = "5m", ["environment"] = new { FAULT_FILE = file } });

        var deployment = RunAsync(context);
        await context.Lines.SawAsync("-2-1 is healthy at");
        await File.WriteAllTextAsync(file, "");

        (await deployment).FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("is not healthy any more").Says("Version 1 is live again.");
    }

    [Fact]
    public async Task Deploy_VersionThatAnswersLate_IsTakenBack()
    {
        (await DeployAsync(App("1"))).Succeeded();
        await using var load = new Load(new Uri(Url));

        var result = await DeployAsync(new(App("2", "late")) { ["observe"] = "5m", ["rollback"] = new { p95 = 100 } });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("answers 95 % of its requests within").Says("more than 100 ms");
        Assert.True(result.Metrics["deployment.p95_ms"] > 100);
    }
}
