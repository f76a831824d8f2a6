using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Monolith.Resilience.Tests.Outgoing;

/// <summary>A clock that stands still, and tells what is waited for.</summary>
public sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <returns>The next wait for which a timer was set that is none of the time limits.</returns>
    public async Task<TimeSpan> NextWaitAsync(TimeSpan limit)
    {
        while (true)
        {
            if (await waits.Reader.ReadAsync() is var wait && wait != limit)
                return wait;
        }
    }
}
