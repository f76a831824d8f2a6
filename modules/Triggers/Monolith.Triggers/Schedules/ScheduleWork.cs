using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Schedules;

/// <summary>
/// Keeps the rows to what pipelines declare and starts what is due. Every host may do it at once: a due time has one run, whoever starts it, and a row
/// moves on from the time it was at only.
/// </summary>
internal sealed class ScheduleWork(IPipelineSchedules pipelines, ScheduleTable table, TimeProvider time) : IScheduleWork
{
    public async Task<IReadOnlyList<PipelineSchedule>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await SyncAsync(cancellationToken)).Where(row => !row.IsPaused).Select(row => row.Declared)];

    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var (now, started) = (time.GetUtcNow(), 0);
        foreach (var row in await SyncAsync(cancellationToken))
        {
            if (!row.IsPaused && row.DueAt is { } due && due <= now)
                started += await RunAsync(row, due, now, cancellationToken);
        }

        return started;
    }

    /// <summary>Writes what pipelines declare into the table.</summary>
    /// <returns>What is there then.</returns>
    public async Task<IReadOnlyList<ScheduleRow>> SyncAsync(CancellationToken cancellationToken)
    {
        var declared = await pipelines.ListAsync(cancellationToken);
        var rows = await table.ListAsync(projects: null, cancellationToken);
        var known = rows.Select(row => row.Declared).ToHashSet();
        var changed = declared.Where(schedule => !known.Contains(schedule)).ToList();
        var gone = known.Select(Key).Except(declared.Select(Key)).ToHashSet();
        foreach (var schedule in changed)
            await table.PutAsync(schedule, ScheduleTimes.Next(schedule.Cron, schedule.TimeZone, time.GetUtcNow()), cancellationToken);
        foreach (var schedule in known.Where(schedule => gone.Contains(Key(schedule))))
            await table.DeleteAsync(schedule, cancellationToken);
        return changed.Count + gone.Count > 0 ? await table.ListAsync(projects: null, cancellationToken) : rows;
    }

    private async Task<int> RunAsync(ScheduleRow row, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (after, started) = (row with { LastDueAt = due, DueAt = ScheduleTimes.Next(row.Declared.Cron, row.Declared.TimeZone, now) }, 0);
        foreach (var at in ScheduleTimes.ToRun(row.Declared, due, now))
        {
            var run = await pipelines.StartAsync(row.Declared, at, after.LastRun, cancellationToken);
            after = after with { LastDueAt = at, LastRun = run?.RunId ?? after.LastRun, LastError = run?.Error };
            started += run?.RunId is null ? 0 : 1;
        }

        await table.MoveAsync(row, after, cancellationToken);
        return started;
    }

    private static (string Project, string Pipeline, string Name) Key(PipelineSchedule schedule) => (schedule.Project, schedule.Pipeline, schedule.Name);
}
