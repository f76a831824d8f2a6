using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

/// <summary>What the host holds of a hostile plugin in its own process. What it cannot hold there (exit, stack overflow) is for workers.</summary>
public sealed class InProcessHarmTests
{
    [Fact]
    public async Task Call_OfAHostilePluginInTheHost_HarmsItsOwnCallAlone()
    {
        await using var host = await AgentHost.WithAsync("Hostile", "Good");
        using var call = new Call();

        var allocated = await host.Invoker.InvokeAsync(call.Of("hostile", "allocate-at-once"), CancellationToken.None).WaitAsync(Safety.Limit);
        var leaked = await host.Invoker.InvokeAsync(call.Of("hostile", "leak-threads"), CancellationToken.None).WaitAsync(Safety.Limit);
        var greeted = await host.Invoker.InvokeAsync(call.Of("greet", "greet", """{ "name": "Ada" }"""), CancellationToken.None).WaitAsync(Safety.Limit);

        Assert.Contains("OutOfMemoryException", allocated.Error?.Message);
        Assert.Null(leaked.Error);
        Assert.Null(greeted.Error);
    }
}
