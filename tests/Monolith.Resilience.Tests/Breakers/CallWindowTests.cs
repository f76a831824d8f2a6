using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using Monolith.Resilience.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

public sealed class CallWindowTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>Against a list of all calls: what is younger than the window less a step counts, what is as old as the window does not.</summary>
    [Property(MaxTest = 300)]
    public void Count_AnyCallsAtAnyTimes_IsThatOfTheWindow((ushort Pause, bool Failed)[] calls)
    {
        var time = new FakeTimeProvider();
        var window = new CallWindow(Length, time);
        var all = new List<(DateTimeOffset At, bool Failed)>();
        foreach (var (pause, failed) in calls)
        {
            // Up to 65 s, most of them much shorter.
            time.Advance(TimeSpan.FromMilliseconds(pause % 7 == 0 ? pause : pause % 1_000));
            all.Add((time.GetUtcNow(), failed));
            window.Add(failed);

            var now = time.GetUtcNow();
            var step = Length / CallWindow.Steps;
            Assert.InRange(window.Calls, all.Count(call => now - call.At < Length - step), all.Count(call => now - call.At < Length));
            Assert.InRange(window.Failures, all.Count(call => call.Failed && now - call.At < Length - step), all.Count(call => call.Failed && now - call.At < Length));
        }
    }

    [Fact]
    public void MoveOn_LongSilence_ForgetsAll()
    {
        var time = new FakeTimeProvider();
        var window = new CallWindow(Length, time);
        window.Add(failed: true);
        time.Advance(TimeSpan.FromDays(400));

        window.MoveOn();

        Assert.Equal((0, 0), (window.Calls, window.Failures));
    }
}
