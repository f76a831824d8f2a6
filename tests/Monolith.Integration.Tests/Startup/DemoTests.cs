using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_Sample_TellsEachStageAndExitsWithZero()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["demo", "hello"]);

        Assert.True(exitCode == 0, output);
        Assert.Matches("done   greet +[0-9.]+ s", output);
        Assert.Matches("done   repeat +[0-9.]+ s", output);
        Assert.StartsWith("Run ", output, StringComparison.Ordinal);
        Assert.Contains("success in ", output, StringComparison.Ordinal);
    }

    [Trait("Length", "Long")]
    [Fact]
    public async Task Demo_Full_MergesLooksDeploysUnderLoadAndTakesTheBadVersionBack()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["demo", "--full"]);

        Assert.True(exitCode == 0, output);
        foreach (var said in new[] { "conflicts is 1, wanted == 1", "e2e.failed is 0", "done   image ", "deployment.rolled_back is 0", "Version 2 is live again.", "success in " })
            Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_UnknownSample_ExitsWithTwoBeforeAnythingStarts()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["demo", "nothing"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("There are: app, bugfix, delivery, delivery-by-model, feature, hello, web-app, web-app-gate-fails.", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Fact]
    public async Task Demo_ByModelWithoutAProvider_NamesTheSettingBeforeAnythingStarts()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["demo", "--full", "--by-model"]);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Models:Providers: ", output, StringComparison.Ordinal);
        Assert.Contains("export Models__Providers__claude__Kind=Anthropic ", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Fact]
    public async Task Demo_StoppedInTheMiddle_SaysSoAndExitsWithOne()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunUntilAsync(folder.Path, ["demo"], "start  clone");

        Assert.True(exitCode == 1, output);
        Assert.Contains("Stopped before the run was over.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }
}
