using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Pipelines;

[Collection(OneHost.Name)]
public sealed class PipelineCommandsTests(HostFixture host)
{
    private static readonly string Kept = Definitions.Greet.Replace("name: greet", "name: kept # for good", StringComparison.Ordinal);

    [Fact]
    public async Task Pipelines_ApplyGetDiffDelete_KeepWhatWasWritten()
    {
        var file = host.Write("kept.yaml", Kept);
        Assert.Equal(1, (await Typed.AtAsync(host, "pipelines", "diff", file)).ExitCode);
        Assert.Equal("kept version 1\n", (await Typed.AtAsync(host, "pipelines", "apply", file)).Out);
        Assert.Equal(Kept + "\n", (await Typed.AtAsync(host, "pipelines", "get", "kept")).Out);
        Assert.Contains("kept", (await Typed.AtAsync(host, "pipelines", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Typed.AtAsync(host, "pipelines", "diff", file)).ExitCode);

        var changed = await Typed.AtAsync(host, "pipelines", "diff", host.Write("changed.yaml", Kept.Replace("for good", "for now", StringComparison.Ordinal)));

        Assert.Equal(1, changed.ExitCode);
        Assert.StartsWith("-name: kept # for good\n+name: kept # for now\n inputs:", changed.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Typed.AtAsync(host, "pipelines", "delete", "kept")).ExitCode);
        Assert.Equal(2, (await Typed.AtAsync(host, "pipelines", "get", "kept")).ExitCode);
    }

    [Fact]
    public async Task Apply_OneFileIsWrong_StoresNoneAndTellsEveryFault()
    {
        var right = host.Write("right.yaml", Kept.Replace("name: kept", "name: right", StringComparison.Ordinal));
        var wrong = host.Write("wrong.yaml", "name: wrong\nstages: [{ id: a, agent: command, action: walk, timeout: soon }]\n");

        var typed = await Typed.AtAsync(host, "pipelines", "apply", right, wrong);

        Assert.True(typed.ExitCode == 2, $"{typed}");
        Assert.Contains($"{wrong}: stages[0].timeout: ", typed.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Typed.AtAsync(host, "pipelines", "get", "right")).ExitCode);
    }
}
