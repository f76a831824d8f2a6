namespace Monolith.Plugins.Tests.Deployment.Watching;

/// <summary>What people decide is done.</summary>
public sealed class DecisionTests : WatchTestBase
{
    [Fact]
    public async Task Watch_PolicyAsks_DoesWhatIsDecided()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var deployed = (await DeployAsync(App("2"))).Succeeded();
        var watch = WatchOf("decision", duration: "2s");
        RealInstances.Kill(Instance(deployed));

        var asked = await WatchAsync(watch);

        Assert.Equal(["restart", "rollback", "redeploy", "none"], asked.Proposal!.Options);
        Assert.Contains("does not run", asked.Proposal.Title, StringComparison.Ordinal);

        var decided = (await WatchAsync(Decided(watch, "rollback"))).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.Equal("Deployed version 1.", (string?)Record(decided)["heals"]![0]!["outcome"]);
    }
}
