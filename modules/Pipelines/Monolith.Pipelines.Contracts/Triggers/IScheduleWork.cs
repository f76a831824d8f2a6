namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>What a scheduled job may ask of the schedules. Each call is safe to lose and to repeat: their rows are the truth.</summary>
public interface IScheduleWork
{
    /// <returns>The schedules that are not paused, for the scheduler's pages.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<IReadOnlyList<PipelineSchedule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Starts the runs of all times that are due.</summary>
    /// <returns>How many were started.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<int> RunDueAsync(CancellationToken cancellationToken);
}
