using Xunit.Abstractions;

namespace Monolith.Chaos.Tests.Leaks;

/// <summary>What was done many times leaves nothing behind. Each is done once before it is measured: caches and pools fill up once.</summary>
[Collection(Alone.Name)]
public sealed class LeakTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly LeakHost host = new();

    public Task InitializeAsync() => host.StartAsync();

    public Task DisposeAsync() => host.StopAsync();

    [Fact]
    public Task Runs_AFewThatEnded_HoldNothing() => HoldsNothingAsync(200, host.RunAsync);

    [Fact]
    [Trait("Length", "Long")]
    public Task Runs_TenThousandThatEnded_HoldNothing() => HoldsNothingAsync(10_000, host.RunAsync);

    [Fact]
    public Task Streams_AFewThatWereDropped_HoldNothing() => HoldsNothingAsync(100, host.StreamAsync);

    [Fact]
    [Trait("Length", "Long")]
    public Task Streams_AThousandThatWereDropped_HoldNothing() => HoldsNothingAsync(1_000, host.StreamAsync);

    private async Task HoldsNothingAsync(int count, Func<int, Task> doAsync)
    {
        await doAsync(count);
        var before = await UntilAsync(await Held.NowAsync(), (now, last) => now.IsWithin(last) && last.IsWithin(now));
        await doAsync(count);
        var after = await UntilAsync(await Held.NowAsync(), (now, _) => now.IsWithin(before));
        output.WriteLine($"{count}: {before} before, {after} after");
        Assert.True(after.IsWithin(before), $"{before} before, {after} after {count}");
    }

    /// <summary>Sockets and threads are given back some seconds after they were let go of.</summary>
    private static async Task<Held> UntilAsync(Held held, Func<Held, Held, bool> isSo)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromSeconds(2));
        for (var (looks, last) = (0, held); looks < 30 && await patience.WaitForNextTickAsync(); looks++)
        {
            (last, held) = (held, await Held.NowAsync());
            if (isSo(held, last))
                break;
        }

        return held;
    }
}
