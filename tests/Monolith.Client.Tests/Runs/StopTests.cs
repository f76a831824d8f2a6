using Monolith.Client.Tests.Support;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Client.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class StopTests(HostFixture host)
{
    [Fact]
    public async Task Run_CtrlC_LeavesTheRunAndSaysHowToWatchIt()
    {
        var gate = host["stopped"];
        var file = host.Write("stopped.yaml", Definitions.Waits("stopped", gate));
        using var tool = ToolProcess.Start("dotnet", [ToolProcess.Assembly, "run", file], host.Address.OriginalString);
        var run = (await tool.StandardOutput.ReadLineAsync())!.Split(' ')[1];
        while (await tool.StandardOutput.ReadLineAsync() is { } line && !line.Contains("start", StringComparison.Ordinal))
        {
        }

        Signals.Send("INT", tool.Id);

        var said = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        Assert.Contains($"The run goes on. Watch it again by: monolith watch {run}", said, StringComparison.Ordinal);
        Assert.Equal(130, tool.ExitCode);
        using var client = host.Client;
        Assert.Equal(RunStatus.Running, (await client.GetRunAsync(Guid.Parse(run))).Status);
        await File.WriteAllTextAsync(gate, "");
        Assert.Equal(0, (await Typed.AtAsync(host, "watch", run)).ExitCode);
    }
}
