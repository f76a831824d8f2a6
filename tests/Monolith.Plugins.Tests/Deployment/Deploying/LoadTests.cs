using System.Globalization;

namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>The sample application under 200 requests a second while its versions change.</summary>
public sealed class LoadTests : ShopTestBase
{
    /// <summary>Long because its last figure holds where the machine does nothing else; BadVersionTests and DeterioratingVersionTests are its short sisters.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Deploy_UnderLoad_LosesNothingAndABadVersionIsTakenBack()
    {
        await PublishShopAsync();
        (await DeployAsync(Shop("1"))).Succeeded();
        await using var load = new Load(new Uri(Url + "/api/products?search=tea"));

        var blueGreen = (await DeployAsync(new(Shop("2")) { ["strategy"] = "blue-green", ["observe"] = "1s", ["minimumRequests"] = 100 })).Succeeded();
        var canary = (await DeployAsync(new(Shop("3")) { ["strategy"] = "canary", ["observe"] = "500ms", ["minimumRequests"] = 20, ["steps"] = new[] { 10, 50 } })).Succeeded();

        Assert.Empty(load.Failures);
        Assert.Equal((0, 0), (blueGreen.Metrics["deployment.errors"], canary.Metrics["deployment.errors"]));
        Assert.True(blueGreen.Metrics["deployment.requests"] >= 100, "too few requests to say anything");

        var before = load.Answered;
        var bad = await DeployAsync(new(App("4", "failing")) { ["strategy"] = "blue-green", ["observe"] = "5m" });
        var badCanary = await DeployAsync(new(App("5", "failing")) { ["strategy"] = "canary", ["observe"] = "5m" });
        await load.AnswersAsync(Math.Max(0, 2_500 - (load.Answered - before)));
        await load.StopAsync();

        bad.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("more than the 1 % it may").Says("Version 3 is live again.");
        badCanary.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("Version 3 is live again.");
        Assert.Equal((1, 1), (bad.Metrics["deployment.rolled_back"], badCanary.Metrics["deployment.rolled_back"]));
        Assert.Equal(100, bad.Metrics["deployment.error_rate"]);
        Assert.Equal(load.Failures.Count, bad.Metrics["deployment.errors"] + badCanary.Metrics["deployment.errors"]);
        Assert.True(
            load.Failures.Count * 100 < load.Answered - before,
            string.Create(CultureInfo.InvariantCulture, $"{load.Failures.Count} of {load.Answered - before} failed"));
    }
}
