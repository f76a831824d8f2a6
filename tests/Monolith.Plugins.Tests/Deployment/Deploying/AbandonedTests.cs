namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Deployments that were cut short, and never go on.</summary>
public sealed class AbandonedTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_AfterAnotherThatWasCutShort_TakesThatBack()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var cut = Context("deploy", new Dictionary<string, object>(App("2")) { ["observe"] = "10m" });
        await cut.CutShortAsync("is healthy at");

        var next = Context("deploy", App("3"));
        var result = (await RunAsync(next)).Succeeded();

        Assert.Equal("3", await GetAsync());
        Assert.Equal("1", (string?)result.Outputs["previous"]);
        Assert.Contains("version 2 was not finished", next.Lines.Text, StringComparison.Ordinal);
        Assert.Contains("-2-1 is stopped", next.Lines.Text, StringComparison.Ordinal);
    }
}
