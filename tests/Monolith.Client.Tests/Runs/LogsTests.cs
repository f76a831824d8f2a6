using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class LogsTests(HostFixture host)
{
    [Fact]
    public async Task Logs_FollowedFromTheStart_HaveEachLineOnce()
    {
        var started = await Typed.AtAsync(host, "run", host.Write("logs.yaml", Definitions.Greet), "--no-wait");
        var run = started.Out.Split(' ')[0];

        var followed = await Typed.AtAsync(host, "logs", run, "--follow");
        var read = await Typed.AtAsync(host, "logs", run, "greet");

        Assert.True(followed.ExitCode == 0, $"{followed}");
        Assert.Single(followed.Out.Split('\n'), line => line.StartsWith("greet | ", StringComparison.Ordinal) && line.EndsWith("Hello", StringComparison.Ordinal));
        Assert.Single(read.Out.Split('\n'), line => line.EndsWith("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_StageThatIsNotThere_ExitsWithTwo()
    {
        var gate = host["logless"];
        var started = await Typed.AtAsync(host, "run", host.Write("logless.yaml", Definitions.Waits("logless", gate)), "--no-wait");

        var typed = await Typed.AtAsync(host, "logs", started.Out.Split(' ')[0], "nope", "--follow");

        Assert.Equal((2, "monolith: The run has no stage 'nope'.\n"), (typed.ExitCode, typed.Error));
        await File.WriteAllTextAsync(gate, "");
    }
}
