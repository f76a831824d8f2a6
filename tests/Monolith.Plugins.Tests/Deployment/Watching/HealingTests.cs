using Monolith.Plugins.Tests.Deployment.Deploying;

namespace Monolith.Plugins.Tests.Deployment.Watching;

/// <summary>What the policy does by itself.</summary>
public sealed class HealingTests : WatchTestBase
{
    [Fact]
    public async Task Watch_InstanceDies_RestartsItAndRecordsTheIncident()
    {
        var deployed = (await DeployAsync(App("1"))).Succeeded();
        var watch = WatchOf("restart", duration: "2s");
        RealInstances.Kill(Instance(deployed));

        var result = (await WatchAsync(watch)).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.Equal((1, 1), (result.Metrics["monitoring.incidents"], result.Metrics["monitoring.heals"]));
        Assert.InRange(result.Metrics["monitoring.availability"], 1, 99);
        var incident = Record(result);
        Assert.Equal("healed", (string?)incident["status"]);
        Assert.Contains("does not run", (string)incident["summary"]!, StringComparison.Ordinal);
        Assert.StartsWith("Restarted app-", (string)incident["heals"]![0]!["outcome"]!, StringComparison.Ordinal);
        Assert.StartsWith("# Incident 1: app, version 1", File.ReadAllText(Workspace.At(result.Artifacts[1].Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_TooManyErrors_RollsBack()
    {
        (await DeployAsync(App("1"))).Succeeded();
        (await DeployAsync(Faulty("2", "failing"))).Succeeded();
        await using var load = new Load(new Uri(Url));
        await File.WriteAllTextAsync(FaultFile, "");

        var result = (await WatchAsync(WatchOf("rollback", duration: "3s"))).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.True(result.Metrics["monitoring.errors"] >= 5);
        Assert.Contains("more than the 1 % it may", (string)Record(result)["summary"]!, StringComparison.Ordinal);
        Assert.Equal("Deployed version 1.", (string?)Record(result)["heals"]![0]!["outcome"]);
    }
}
