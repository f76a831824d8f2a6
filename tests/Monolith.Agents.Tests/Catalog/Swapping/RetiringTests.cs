using System.Runtime.CompilerServices;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Catalog.Swapping;

[Collection(AloneCollection.Name)]
public sealed class RetiringTests
{
    private const string Ada = """{"name":"Ada"}""";

    [Fact]
    public async Task Retire_CallUnderWay_WaitsForItsEnd()
    {
        await using var host = await SwapHost.WithGoodAsync();
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        var running = host.Invoker.InvokeAsync(call.Of("greet", "run", """{"program":"sleep","arguments":["600"]}"""), cancellation.Token);
        await SwapHost.ChangeAsync(host);
        var old = Assert.Single(host.Loaded.Retired());

        Assert.Equal(1, old.Calls.UnderWay);
        Assert.False(await host.Swaps.RetireAsync(old));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(await host.Swaps.RetireAsync(old));
        Assert.Empty(host.Loaded.Retired());
    }

    [Fact]
    public async Task Invoke_PinnedToAVersionThatWasUnloaded_LoadsItAgain()
    {
        await using var host = await SwapHost.WithGoodAsync();
        var old = host.Catalog.Find("greet")!.ContentHash;
        await SwapHost.ChangeAsync(host);
        await host.Swaps.RetireAsync(host.Loaded.Retired().Single());
        using var call = new Call();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Invoker.InvokeAsync(call.Of("greet", "greet", Ada) with { ContentHash = old }, default)));

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Single(host.Loaded.Retired());
    }

    [Fact]
    public async Task Look_ManySwaps_EveryOldContextIsCollected()
    {
        await using var host = await SwapHost.WithGoodAsync();
        var contexts = new List<WeakReference>();
        for (var cycle = 0; cycle < 20; cycle++)
            contexts.Add(await SwapAsync(host));

        await Task.Yield();
        for (var round = 0; round < 20 && contexts.Exists(context => context.IsAlive); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(contexts, context => context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SwapAsync(AgentHost host)
    {
        using var call = new Call();
        Assert.Null((await host.Invoker.InvokeAsync(call.Of("greet", "greet", Ada), default)).Error);
        await SwapHost.ChangeAsync(host);
        var old = host.Loaded.Retired().Single();
        Assert.True(await host.Swaps.RetireAsync(old));
        return old.Context!;
    }
}
