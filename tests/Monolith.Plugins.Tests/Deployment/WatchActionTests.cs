using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment;

public sealed class WatchActionTests : DeploymentTestBase
{
    private string FaultFile => Path.Combine(Workspace.Outside, "fault");

    [Fact]
    public async Task Watch_InstanceDies_RestartsItAndRecordsTheIncident()
    {
        var deployed = (await DeployAsync(App("1"))).Succeeded();
        var watch = WatchOf("restart", duration: "1s");
        RealInstances.Kill((string)deployed.Outputs["instances"]![0]!["id"]!);

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

        var result = (await WatchAsync(WatchOf("rollback", duration: "500ms"))).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.True(result.Metrics["monitoring.errors"] >= 5);
        Assert.Contains("more than the 1 % it may", (string)Record(result)["summary"]!, StringComparison.Ordinal);
        Assert.Equal("Deployed version 1.", (string?)Record(result)["heals"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Watch_HealedTwiceInVain_HoldsBack()
    {
        var deployed = (await DeployAsync(Faulty("1", "crash"))).Succeeded();
        await File.WriteAllTextAsync(FaultFile, "");
        RealInstances.Kill((string)deployed.Outputs["instances"]![0]!["id"]!);

        var result = await WatchAsync(WatchOf("restart", duration: "forever"));

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("Incident 1 of app needs a person").Says("2 times");
        Assert.Equal(2, result.Metrics["monitoring.heals"]);
        var incident = Record(result);
        Assert.Equal("held_back", (string?)incident["status"]);
        Assert.All(incident["heals"]!.AsArray(), heal => Assert.Contains("no licence", (string)heal!["outcome"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_PolicyAsks_DoesWhatIsDecided()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var deployed = (await DeployAsync(App("2"))).Succeeded();
        var watch = WatchOf("decision", duration: "500ms");
        RealInstances.Kill((string)deployed.Outputs["instances"]![0]!["id"]!);

        var asked = await WatchAsync(watch);

        Assert.Equal(["restart", "rollback", "redeploy", "none"], asked.Proposal!.Options);
        Assert.Contains("does not run", asked.Proposal.Title, StringComparison.Ordinal);

        var decided = (await WatchAsync(Decided(watch, "rollback"))).Succeeded();

        Assert.Equal("1", await GetAsync());
        Assert.Equal("Deployed version 1.", (string?)Record(decided)["heals"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Watch_NothingDeployed_SaysSo() =>
        (await WatchAsync(WatchOf("restart", duration: "1s"))).FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("deploy something first");

    private Dictionary<string, object> Faulty(string version, string fault) => new(App(version, fault))
    {
        ["environment"] = new { FAULT_FILE = FaultFile },
    };

    private TestContext WatchOf(string heal, string duration) => Context(
        "watch", new { target = Known(), heal, duration, interval = "100ms", failures = 2, observe = "0s" });

    private static Task<AgentResult> WatchAsync(TestContext context) => Stage.RunAsync(new MonitoringAgent(), context);

    private static TestContext Decided(TestContext asked, string option) => new()
    {
        Action = asked.Action,
        Workspace = asked.Workspace,
        StageId = asked.StageId,
        Parameters = asked.Parameters,
        Decision = new AgentApproval("0199d2c4-0000-7000-8000-000000000009", IsRevision: false, option, ["ada"], "It was well before.", Remark: null),
    };

    private JsonNode Record(AgentResult result) => JsonNode.Parse(File.ReadAllText(Workspace.At(result.Artifacts[0].Path)))!;
}
