using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment;

public sealed class DeployActionTests : DeploymentTestBase
{
    [Theory]
    [InlineData("blue-green", 1)]
    [InlineData("canary", 1)]
    [InlineData("rolling", 2)]
    [InlineData("recreate", 1)]
    public async Task Deploy_SecondVersion_TakesOverAndTheFirstIsStopped(string strategy, int replicas)
    {
        var first = (await DeployAsync(new(App("1")) { ["replicas"] = replicas })).Succeeded();
        Assert.Equal("1", await GetAsync());

        var second = (await DeployAsync(new(App("2")) { ["strategy"] = strategy, ["replicas"] = replicas })).Succeeded();

        Assert.Equal("2", await GetAsync());
        Assert.Equal("1", (string?)second.Outputs["previous"]);
        Assert.Equal(replicas, second.Outputs["instances"]!.AsArray().Count);
        Assert.Equal(0, second.Metrics["deployment.rolled_back"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync(new Uri((string)first.Outputs["instances"]![0]!["address"]!)));
    }

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
    public async Task Deploy_AnsweringWhileItIsReplaced_FinishesItsAnswer()
    {
        var release = Path.Combine(Workspace.Outside, "release");
        (await DeployAsync(new(App("1")) { ["environment"] = new { RELEASE_FILE = release } })).Succeeded();
        using var slow = await Client.GetAsync(new Uri(Url + "/slow"), HttpCompletionOption.ResponseHeadersRead);
        var context = Context("deploy", App("2"));

        var deployment = RunAsync(context);
        await context.Lines.SawAsync("Version 2 is live.");
        Assert.Equal("2", await GetAsync());
        await File.WriteAllTextAsync(release, "");

        Assert.Equal("begun 1", await slow.Content.ReadAsStringAsync());
        (await deployment).Succeeded();
    }

    [Fact]
    public async Task Deploy_Incomplete_NamesAllThatIsMissing()
    {
        var result = await RunAsync("deploy", new { target = new { name = "app", port = Port, state = State } });

        result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("path and command");
    }

    [Fact]
    public async Task Deploy_SecretUnknown_FailsBeforeAnythingIsStarted()
    {
        var result = await DeployAsync(new(App("1")) { ["secretEnvironment"] = new { TOKEN = "shop-token" } });

        result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("'shop-token' for 'TOKEN'");
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync());
    }

    [Fact]
    public async Task Deploy_Secret_ReachesTheInstanceAndNoFileOfTheTarget()
    {
        var context = Context("deploy", new Dictionary<string, object>(App("1")) { ["secretEnvironment"] = new { TOKEN = "shop-token" } });

        (await RunAsync(context.With("shop-token", "s3cr3t-v4lue"))).Succeeded();

        Assert.Equal("1 s3cr3t-v4lue", await GetAsync());
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(State, "app"), "*.json"), file => File.ReadAllText(file).Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deploy_VariablesName_CannotBeScript()
    {
        var variables = new Dictionary<string, string> { ["A=1;touch /tmp/x;B"] = "1" };

        var result = await Stage.RunUncheckedAsync(
            new DeploymentAgent(), Context("deploy", new Dictionary<string, object>(App("1")) { ["environment"] = variables }));

        result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("is no name of a variable");
    }

    [Fact]
    public async Task Deploy_GatewaysPortTaken_SaysSo()
    {
        await using var other = await WebServer.StartAsync(_ => Task.CompletedTask);

        var result = await DeployAsync(new(App("1")) { ["target"] = new { name = "app", port = new Uri(other.Url).Port, state = State } });

        result.FailedWith(AgentErrorCodes.InsufficientResources).Says("address already in use");
    }
}
