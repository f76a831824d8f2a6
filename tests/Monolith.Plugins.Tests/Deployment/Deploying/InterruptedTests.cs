using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Deployments that were cut short, and what the next execution makes of them.</summary>
public sealed class InterruptedTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_CutShortInACanary_GoesOnWithTheInstancesThatThereAre()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var context = Context("deploy", new Dictionary<string, object>(App("2")) { ["strategy"] = "canary", ["observe"] = "1s", ["steps"] = new[] { 10, 50 } });
        await CutShortAsync(context, "50 % of the requests");
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

    [Fact]
    public async Task Deploy_AfterAnotherThatWasCutShort_TakesThatBack()
    {
        (await DeployAsync(App("1"))).Succeeded();
        var cut = Context("deploy", new Dictionary<string, object>(App("2")) { ["observe"] = "10m" });
        await CutShortAsync(cut, "is healthy at");

        var next = Context("deploy", App("3"));
        var result = (await RunAsync(next)).Succeeded();

        Assert.Equal("3", await GetAsync());
        Assert.Equal("1", (string?)result.Outputs["previous"]);
        Assert.Contains("version 2 was not finished", next.Lines.Text, StringComparison.Ordinal);
        Assert.Contains("-2-1 is stopped", next.Lines.Text, StringComparison.Ordinal);
    }

    private static async Task CutShortAsync(TestContext context, string seen)
    {
        using var cut = new CancellationTokenSource();
        var deployment = new DeploymentAgent().ExecuteAsync(context, cut.Token);
        await context.Lines.SawAsync(seen);
        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deployment);
    }

    private static int Times(string text, string part) => text.Split(part).Length - 1;
}
