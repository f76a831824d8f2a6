namespace Monolith.Plugins.Tests.Deployment.Kubernetes;

/// <summary>Against a scripted API server: what a cluster is asked to do, in which order.</summary>
public sealed class KubernetesTests : KubernetesTestBase
{
    [Fact]
    public async Task Deploy_BlueGreen_SelectsTheNewVersionOnceItIsReadyAndThenDropsTheOld()
    {
        await using var server = await ServeAsync();
        (await DeployAsync(Image("shop:1"))).Succeeded();
        Cluster.Changes.Clear();

        var result = (await DeployAsync(Image("shop:2"))).Succeeded();

        Assert.Equal(["deployment app-2 0", "deployment app-2 4", "service app 2", "delete app-1"], Cluster.Changes);
        Assert.Equal(("shop-2", "shop-1"), ((string?)result.Outputs["version"], (string?)result.Outputs["previous"]));
        (await RunAsync("health_check", new { target = Known() })).Succeeded();

        (await RunAsync("rollback", new { target = Known(), observe = "0s" })).Succeeded();
        Assert.Equal(["app", "app-3"], Cluster.Names);
        (await RunAsync("stop", new { target = Known() })).Succeeded();
        Assert.Empty(Cluster.Names);
    }

    [Fact]
    public async Task Deploy_CanaryAndRolling_ShiftByNumbersOfReplicas()
    {
        await using var server = await ServeAsync();
        (await DeployAsync(Image("shop:1"))).Succeeded();
        Cluster.Changes.Clear();

        (await DeployAsync(new(Image("shop:2")) { ["strategy"] = "canary", ["steps"] = new[] { 25, 50 } })).Succeeded();

        Assert.Equal(
            [
                "deployment app-2 0", "deployment app-2 1", "service app all", "deployment app-1 3", "deployment app-2 2", "service app all",
                "deployment app-1 2", "deployment app-2 4", "service app 2", "deployment app-1 1", "delete app-1",
            ],
            Cluster.Changes);
        Cluster.Changes.Clear();

        (await DeployAsync(new(Image("shop:3")) { ["strategy"] = "rolling" })).Succeeded();

        Assert.Equal(["1", "2", "3", "4"], Counts("app-3").Skip(1));
        Assert.Equal(["3", "2", "1"], Counts("app-2"));
        (await RunAsync("stop", new { target = Known() })).Succeeded();
    }

    [Fact]
    public async Task Deploy_VersionThatIsNeverReady_IsTakenBack()
    {
        await using var server = await ServeAsync();
        (await DeployAsync(Image("shop:1"))).Succeeded();

        var result = await DeployAsync(new(Image("bad:2")) { ["strategy"] = "recreate", ["health"] = new { within = "0s" } });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("0 of 4 replicas are ready").Says("Version shop-1 is live again.");
        Assert.Equal(1, result.Metrics["deployment.rolled_back"]);
        Assert.Equal(["0", "4", "0", "4"], Counts("app-1"));
        Assert.Equal(["app", "app-1"], Cluster.Names);
        (await RunAsync("stop", new { target = Known() })).Succeeded();
    }

    private IEnumerable<string> Counts(string deployment) =>
        Cluster.Changes.Where(change => change.StartsWith($"deployment {deployment} ", StringComparison.Ordinal)).Select(change => change.Split(' ')[2]);
}
