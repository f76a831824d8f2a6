namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>The schedules that pipelines declare.</summary>
public interface IPipelineSchedules
{
    /// <returns>Those of the newest version of every pipeline of every project.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<IReadOnlyList<PipelineSchedule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Starts the run of a due time. Asked again for the same time it starts nothing more and answers the same.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="dueAt">Which time, UTC.</param>
    /// <param name="previous">The run of the time before; null for none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>
    /// The run, or why there is none. Null when the schedule skips times at which the run before is not over, or the pipeline has it no more.
    /// </returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<TriggeredRun?> StartAsync(PipelineSchedule schedule, DateTimeOffset dueAt, Guid? previous, CancellationToken cancellationToken);
}

/// <summary>A schedule as its pipeline declares it.</summary>
/// <param name="Project">The pipeline's project.</param>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Name">Unique in the pipeline.</param>
/// <param name="Cron">Minute, hour, day, month, weekday.</param>
/// <param name="TimeZone">Of the IANA database.</param>
/// <param name="Missed">What becomes of times at which no host looked.</param>
public sealed record PipelineSchedule(string Project, string Pipeline, string Name, string Cron, string TimeZone, MissedTimes Missed);

/// <summary>What becomes of times at which no host looked.</summary>
public enum MissedTimes
{
    /// <summary>Nothing is made up for.</summary>
    Skip,

    /// <summary>One run for all of them.</summary>
    RunOnce,

    /// <summary>One run each, the newest hundred.</summary>
    RunAll,
}
