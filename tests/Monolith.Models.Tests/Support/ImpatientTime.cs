using Microsoft.Extensions.Time.Testing;

namespace Monolith.Models.Tests.Support;

/// <summary>A clock that jumps over pauses, so that nobody waits for a repeated call, and stands still otherwise.</summary>
internal sealed class ImpatientTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(45);

    public ImpatientTime()
        : base(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause)
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
