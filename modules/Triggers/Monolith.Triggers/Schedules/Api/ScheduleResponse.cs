using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Schedules.Api;

/// <summary>The schedules.</summary>
/// <param name="Schedules">By project, pipeline and name.</param>
internal sealed record ScheduleListResponse(IReadOnlyList<ScheduleResponse> Schedules);

/// <summary>A schedule of a pipeline.</summary>
/// <param name="Project">The pipeline's project.</param>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Name">Unique in the pipeline.</param>
/// <param name="Cron">Minute, hour, day, month, weekday.</param>
/// <param name="TimeZone">Of the IANA database.</param>
/// <param name="Missed">What becomes of times at which no host looked: skip, runOnce, runAll.</param>
/// <param name="Paused">Whether its times start no runs.</param>
/// <param name="NextTimes">The next five, UTC; empty while it is paused.</param>
/// <param name="LastDueAt">The last time that came, UTC.</param>
/// <param name="LastRunId">The run that was started last.</param>
/// <param name="LastError">Why the last time could start none.</param>
internal sealed record ScheduleResponse(
    string Project,
    string Pipeline,
    string Name,
    string Cron,
    string TimeZone,
    MissedTimes Missed,
    bool Paused,
    IReadOnlyList<DateTimeOffset> NextTimes,
    DateTimeOffset? LastDueAt,
    Guid? LastRunId,
    string? LastError)
{
    private const int Shown = 5;

    public static ScheduleResponse Of(ScheduleRow row) => new(
        row.Declared.Project, row.Declared.Pipeline, row.Declared.Name, row.Declared.Cron, row.Declared.TimeZone, row.Declared.Missed,
        row.IsPaused, row.IsPaused ? [] : [.. Times(row).Take(Shown)], row.LastDueAt, row.LastRun, row.LastError);

    private static IEnumerable<DateTimeOffset> Times(ScheduleRow row)
    {
        for (var next = row.DueAt; next is { } time; next = ScheduleTimes.Next(row.Declared.Cron, row.Declared.TimeZone, time))
            yield return time;
    }
}
