using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Loading;

public sealed class NativeConflictTests
{
    [Fact]
    public async Task Call_PluginsWithTwoVersionsOfANativeLibraryInOneProcess_EachRunsOnItsOwn()
    {
        await using var host = await AgentHost.WithAsync("NativeA", "NativeB");
        using var call = new Call();

        var older = await host.Invoker.InvokeAsync(call.Of("native-a", "version"), CancellationToken.None);
        var newer = await host.Invoker.InvokeAsync(call.Of("native-b", "version"), CancellationToken.None);

        Assert.Equal("""{"library":"2.0.6.1341","native":"3.35.5","answer":42}""", older.Outputs.ToJsonString());
        Assert.Equal("""{"library":"2.1.13.3146","native":"3.53.3","answer":42}""", newer.Outputs.ToJsonString());
    }
}
