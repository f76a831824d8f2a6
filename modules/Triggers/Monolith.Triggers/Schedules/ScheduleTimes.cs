using Cronos;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Schedules;

/// <summary>
/// The times of a schedule, by the clocks of its zone. A time that the clocks leave out in spring comes when they go on; one that they show twice in
/// autumn comes once, but for schedules of every so many minutes or hours, which go on as ever.
/// </summary>
internal static class ScheduleTimes
{
    /// <summary>A host that looks this late was there all the same.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestAway = TimeSpan.FromDays(366);

    private const int MostMadeUpFor = 100;

    /// <returns>The first after a time, UTC; null when there is none, as for the 30th of February.</returns>
    public static DateTimeOffset? Next(string cron, string timeZone, DateTimeOffset after) =>
        CronExpression.Parse(cron, CronFormat.Standard).GetNextOccurrence(after.UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(timeZone)) is { } next
            ? new DateTimeOffset(next, TimeSpan.Zero)
            : null;

    /// <param name="schedule">Which.</param>
    /// <param name="due">The first that nobody has looked at.</param>
    /// <param name="now">Until when.</param>
    /// <returns>Those for which a run is to be started.</returns>
    public static IReadOnlyList<DateTimeOffset> ToRun(PipelineSchedule schedule, DateTimeOffset due, DateTimeOffset now)
    {
        var times = new List<DateTimeOffset>();
        DateTimeOffset? time = due > now - LongestAway ? due : Next(schedule.Cron, schedule.TimeZone, now - LongestAway);
        for (; time <= now; time = Next(schedule.Cron, schedule.TimeZone, time.Value))
            times.Add(time.Value);
        return schedule.Missed switch
        {
            MissedTimes.RunOnce => [.. times.TakeLast(1)],
            MissedTimes.RunAll => [.. times.TakeLast(MostMadeUpFor)],
            _ => [.. times.Where(one => now - one <= OnTime)],
        };
    }
}
