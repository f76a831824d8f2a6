using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Monolith.Agents.Tests.Support;

/// <summary>A fake clock that tells when somebody has begun to wait.</summary>
internal sealed class ObservedTime : TimeProvider
{
    private readonly FakeTimeProvider clock = new();
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> timers = new();

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Completes when a timer with this due time exists.</summary>
    public Task TimerOfAsync(TimeSpan due) => Of(due).Task;

    public void Advance(TimeSpan step) => clock.Advance(step);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Of(TimeSpan due) => timers.GetOrAdd(due, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
