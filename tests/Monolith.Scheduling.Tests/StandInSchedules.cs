using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Scheduling.Tests;

/// <summary>Schedules as the test says.</summary>
internal sealed class StandInSchedules(params PipelineSchedule[] schedules) : IScheduleWork
{
    public List<PipelineSchedule> All { get; } = [.. schedules];

    public Task<IReadOnlyList<PipelineSchedule>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PipelineSchedule>>([.. All]);

    public Task<int> RunDueAsync(CancellationToken cancellationToken) => Task.FromResult(0);
}
