namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Versions that begin well.</summary>
public sealed class DeterioratingVersionTests : DeploymentTestBase
{
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
