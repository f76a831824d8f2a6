using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Schedules;

/// <summary>A schedule and how far it has come.</summary>
/// <param name="Declared">As its pipeline declares it.</param>
/// <param name="DueAt">The next time, UTC; null when there is none.</param>
internal sealed record ScheduleRow(PipelineSchedule Declared, DateTimeOffset? DueAt)
{
    public bool IsPaused { get; init; }

    /// <summary>The last time at which somebody looked.</summary>
    public DateTimeOffset? LastDueAt { get; init; }

    public Guid? LastRun { get; init; }

    /// <summary>Why the last time started no run; null when it did, or when the run before was not over.</summary>
    public string? LastError { get; init; }
}
