namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Deployments that were cut short, and go on.</summary>
public sealed class ContinuedTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_CutShortInACanary_GoesOnWithTheInstancesThatThereAre()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var context = Context("deploy", new Dictionary<string, object>(App("2")) { ["strategy"] = "canary", ["observe"] = "1s", ["steps"] = new[] { 10, 50 } });
        await context.CutShortAsync("50 % of the requests");
        Assert.Equal("1", await GetAsync());

        var again = (await RunAsync(context)).Succeeded();

        Assert.Equal("2", await GetAsync());
        Assert.Equal("1", (string?)again.Outputs["previous"]);
        Assert.Equal(1, Times(context.Lines.Text, "10 % of the requests"));
        Assert.Equal(2, Times(context.Lines.Text, "50 % of the requests"));

        var third = (await RunAsync(context)).Succeeded();

        Assert.Equal(again.Outputs.ToJsonString(), third.Outputs.ToJsonString());
        Assert.Contains("finished by an earlier execution", context.Lines.Text, StringComparison.Ordinal);
    }

    private static int Times(string text, string part) => text.Split(part).Length - 1;
}
