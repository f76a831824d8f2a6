namespace Monolith.Plugins.Tests.Deployment.Watching;

/// <summary>Where monitoring leaves it to people.</summary>
public sealed class HoldingBackTests : WatchTestBase
{
    [Fact]
    public async Task Watch_HealedTwiceInVain_HoldsBack()
    {
        var deploy = Context("deploy", new Dictionary<string, object>(Faulty("1", "crash")) { ["secretEnvironment"] = new { TOKEN = "token" } });
        var deployed = (await RunAsync(deploy.With("token", "s3cr3t-v4lue"))).Succeeded();
        await File.WriteAllTextAsync(FaultFile, "");
        RealInstances.Kill(Instance(deployed));

        var result = await WatchAsync(WatchOf("restart", duration: "forever").With("token", "s3cr3t-v4lue"));

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("Incident 1 of app needs a person").Says("2 times");
        Assert.Equal(2, result.Metrics["monitoring.heals"]);
        var incident = Record(result);
        Assert.Equal("held_back", (string?)incident["status"]);
        Assert.All(incident["heals"]!.AsArray(), heal => Assert.Contains("no licence ***", (string)heal!["outcome"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_NothingDeployed_SaysSo() =>
        (await WatchAsync(WatchOf("restart", duration: "2s"))).FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("deploy something first");
}
