using System.Globalization;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Schedules;

namespace Monolith.Triggers.Tests.Schedules;

public sealed class ScheduleTimesTests
{
    [Theory]
    // Spring in Berlin: the clocks go from 2:00 to 3:00. Autumn: from 3:00 back to 2:00.
    [InlineData("30 2 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("*/30 * * * *", "2026-10-25T00:00Z", "2026-10-25T00:30Z", "2026-10-25T01:00Z")]
    [InlineData("*/30 * * * *", "2026-03-29T00:30Z", "2026-03-29T01:00Z", "2026-03-29T01:30Z")]
    [InlineData("0 9 * * 1-5", "2026-11-27T12:00Z", "2026-11-30T08:00Z", "2026-12-01T08:00Z")]
    public void Next_InBerlin_GoesByTheClocksThere(string cron, string after, string first, string second)
    {
        var next = ScheduleTimes.Next(cron, "Europe/Berlin", At(after));

        Assert.Equal((At(first), At(second)), (next, ScheduleTimes.Next(cron, "Europe/Berlin", next!.Value)));
    }

    [Fact]
    public void Next_TimeThatNeverComes_IsNone() => Assert.Null(ScheduleTimes.Next("0 0 30 2 *", "UTC", At("2026-01-01T00:00Z")));

    [Theory]
    [InlineData(MissedTimes.Skip, "2026-01-01T03:00:20Z", 1)]
    [InlineData(MissedTimes.Skip, "2026-01-03T12:00Z", 0)]
    [InlineData(MissedTimes.RunOnce, "2026-01-03T12:00Z", 1)]
    [InlineData(MissedTimes.RunAll, "2026-01-03T12:00Z", 3)]
    [InlineData(MissedTimes.RunAll, "2026-12-31T12:00Z", 100)]
    public void ToRun_HostsWereAway_IsAsTheScheduleSays(MissedTimes missed, string now, int runs)
    {
        var times = ScheduleTimes.ToRun(new PipelineSchedule("default", "p", "daily", "0 3 * * *", "UTC", missed), At("2026-01-01T03:00Z"), At(now));

        Assert.Equal(runs, times.Count);
        Assert.All(times.TakeLast(1), last => Assert.True(At(now) - last < TimeSpan.FromDays(1)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
