namespace Monolith.Plugins.Tests.Deployment.Deploying;

public sealed class SecretTests : DeploymentTestBase
{
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
}
