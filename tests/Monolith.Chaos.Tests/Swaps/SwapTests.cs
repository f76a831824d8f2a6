using Monolith.Chaos.Tests.Leaks;
using Xunit.Abstractions;

namespace Monolith.Chaos.Tests.Swaps;

/// <summary>A plugin is replaced again and again while a host does runs of its agent: none fails, and of the old versions nothing stays.</summary>
[Collection(Alone.Name)]
public sealed class SwapTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly SwapHost host = new();

    public Task InitializeAsync() => host.StartAsync();

    public Task DisposeAsync() => host.StopAsync();

    [Fact]
    public Task Swap_AFewTimesUnderLoad_NoRunFailsAndOldCodeIsCollected() => SwapAsync(cycles: 3);

    [Fact]
    [Trait("Length", "Long")]
    public Task Swap_AHundredTimesUnderLoad_NoRunFailsAndOldCodeIsCollected() => SwapAsync(cycles: 100);

    private async Task SwapAsync(int cycles)
    {
        await UnderLoadAsync(cycles: 1);
        var before = await Held.NowAsync();
        var runs = await UnderLoadAsync(cycles);

        var left = await SwapHost.OldCodeAsync();
        var after = await Held.NowAsync();
        output.WriteLine($"{cycles} swaps, {runs.Total} runs with {runs.Versions} versions, {runs.Failed} failed; {left} old versions in memory; {before} before, {after} after");
        Assert.Equal(0, runs.Failed);
        Assert.True(runs.Versions > cycles / 2, $"{runs.Versions} versions did runs");
        Assert.Equal(0, left);
        Assert.True(after.Handles <= before.Handles + 16, $"{before} before, {after} after");
    }

    private async Task<(int Total, int Failed, int Versions)> UnderLoadAsync(int cycles)
    {
        using var stop = new CancellationTokenSource();
        var load = host.LoadAsync(atOnce: 8, stop.Token);
        for (var cycle = 0; cycle < cycles; cycle++)
            await host.SwapAsync();
        await stop.CancelAsync();
        return await load;
    }
}
