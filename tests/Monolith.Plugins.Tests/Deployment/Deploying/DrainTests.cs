namespace Monolith.Plugins.Tests.Deployment.Deploying;

public sealed class DrainTests : DeploymentTestBase
{
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
}
