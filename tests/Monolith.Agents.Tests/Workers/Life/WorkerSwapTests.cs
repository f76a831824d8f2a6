using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers.Life;

public sealed class WorkerSwapTests
{
    [Fact]
    public async Task Look_ProgramDroppedReplacedAndTakenAway_IsServedByAProcessOfEachVersion()
    {
        await using var host = new AgentHost();
        await host.StartAsync();

        ShellPlugins.Write(host.Dropped, Script("first"));
        await host.LookTwiceAsync();
        var first = host.Only("shell");
        var log = await LogOfACallAsync(host);
        ShellPlugins.Write(host.Dropped, Script("second version"));
        await host.LookTwiceAsync();
        log = [.. log, .. await LogOfACallAsync(host)];
        Directory.Delete(Path.Combine(host.Dropped, "shell"), recursive: true);
        await host.LookTwiceAsync();

        Assert.Equal(AgentStatus.Loaded, first.Status);
        Assert.Equal(["first", "second version"], log);
        Assert.Null(host.Catalog.Find("shell"));
    }

    private static string Script(string says) =>
        $$"""read hello; echo '{{ShellPlugins.Ready}}'; read call; echo '{ "type": "log", "call": 1, "line": "{{says}}" }'; echo '{ "type": "result", "call": 1 }'; cat""";

    private static async Task<IEnumerable<string>> LogOfACallAsync(AgentHost host)
    {
        using var call = new Call();
        Assert.Null((await host.Invoker.InvokeAsync(call.Of("shell", "do"), CancellationToken.None).WaitAsync(Safety.Limit)).Error);
        return call.Lines;
    }
}
