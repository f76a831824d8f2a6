using Microsoft.Extensions.Time.Testing;
using Monolith.Access.Limits;

namespace Monolith.Access.Tests.Limits;

public sealed class SlidingWindowTests
{
    private static readonly Quota Three = new("caller:ada", "caller", 3, TimeSpan.FromMinutes(1));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero));
    private readonly LocalCounts counts = new();

    [Fact]
    public async Task Take_MoreThanTheLimit_IsRefusedForAsLongAsItSays()
    {
        for (var i = 0; i < 3; i++)
            Assert.True((await TakeAsync()).IsTaken);
        var refused = await TakeAsync();
        var wait = SlidingWindow.At(time.GetUtcNow(), Three.Window).Wait(refused, Three);

        time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.False((await TakeAsync()).IsTaken);
        time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.True((await TakeAsync()).IsTaken);
    }

    [Fact]
    public async Task Take_WhereWindowsMeet_IsNoDoubleBurst()
    {
        time.Advance(TimeSpan.FromSeconds(59));
        for (var i = 0; i < 3; i++)
            await TakeAsync();
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.False((await TakeAsync()).IsTaken);
        Assert.True((await TakeAsync(Three with { Caller = "caller:bob" })).IsTaken);
    }

    private ValueTask<Count> TakeAsync(Quota? quota = null) => counts.TakeAsync(quota ?? Three, SlidingWindow.At(time.GetUtcNow(), Three.Window));
}
