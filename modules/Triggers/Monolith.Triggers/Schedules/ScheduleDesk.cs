namespace Monolith.Triggers.Schedules;

/// <summary>Pauses schedules and goes on with them.</summary>
internal sealed class ScheduleDesk(ScheduleWork work, ScheduleTable table, TimeProvider time)
{
    /// <returns>As it is then; null when there is no such schedule.</returns>
    public async Task<ScheduleRow?> SetAsync(string project, string pipeline, string name, bool isPaused, CancellationToken cancellationToken)
    {
        var found = (await work.SyncAsync(cancellationToken)).FirstOrDefault(row => (row.Declared.Project, row.Declared.Pipeline, row.Declared.Name) == (project, pipeline, name));
        if (found is null || found.IsPaused == isPaused)
            return found;

        // What passes while it is paused was not missed.
        var after = found with { IsPaused = isPaused, DueAt = ScheduleTimes.Next(found.Declared.Cron, found.Declared.TimeZone, time.GetUtcNow()) };
        await table.PauseAsync(found.Declared, isPaused, after.DueAt, cancellationToken);
        return after;
    }
}
