using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class ControlTests(HostFixture host)
{
    [Fact]
    public async Task Control_PauseResumeCancelRetryFork_DoesToTheRunWhatItSays()
    {
        var gate = host["control"];
        var started = await Typed.AtAsync(host, "run", host.Write("control.yaml", Definitions.Waits("control", gate)), "--no-wait");
        Assert.True(started.ExitCode == 0, $"{started}");
        var run = started.Out.Split(' ')[0];

        await SaysAsync("paused", "pause", run);
        await SaysAsync("running", "resume", run);
        await SaysAsync("cancelled", "cancel", run, "--reason", "Not now");
        Assert.Equal(1, (await Typed.AtAsync(host, "watch", run)).ExitCode);
        await File.WriteAllTextAsync(gate, "");
        await SaysAsync("", "retry", run);
        Assert.Equal(0, (await Typed.AtAsync(host, "watch", run)).ExitCode);

        var forked = await Typed.AtAsync(host, "fork", run, "--from", "after");
        Assert.True(forked.ExitCode == 0, $"{forked}");
        Assert.NotEqual(run, forked.Out.Split(' ')[0]);
        Assert.Equal(0, (await Typed.AtAsync(host, "watch", forked.Out.Split(' ')[0])).ExitCode);
    }

    [Fact]
    public async Task Runs_OfAPipeline_AreListed()
    {
        await Typed.AtAsync(host, "run", host.Write("listed.yaml", Definitions.Greet.Replace("name: greet", "name: listed", StringComparison.Ordinal)));

        var typed = await Typed.AtAsync(host, "runs", "--pipeline", "listed", "--status", "success");

        Assert.Matches("^RUN +PIPELINE +STATUS[^\n]*\n[0-9a-f-]{36} +listed +success", typed.Out);
    }

    private async Task SaysAsync(string status, params string[] words)
    {
        var typed = await Typed.AtAsync(host, words);
        Assert.True(typed.ExitCode == 0, $"{typed}");
        Assert.Contains(status, typed.Out, StringComparison.Ordinal);
    }
}
