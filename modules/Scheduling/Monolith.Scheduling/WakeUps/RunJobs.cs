using Hangfire;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Scheduling.WakeUps;

/// <summary>What Hangfire calls. Its methods are public, as Hangfire wants them; it is nothing but a door to the engine.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class RunJobs(IRunDispatch dispatch, IRunRetention retention, IScheduleWork schedules)
{
    /// <returns>What became of the run, shown on the job's page.</returns>
    [JobDisplayName("Run {1} ({0})")]
    public Task<string> WakeAsync(Guid runId, string pipeline, CancellationToken cancellationToken) =>
        dispatch.WakeAsync(runId, cancellationToken);

    /// <returns>How many runs this host took.</returns>
    [JobDisplayName("Take runs that are queued, due or left by a dead host")]
    public Task<int> TakeDueAsync(CancellationToken cancellationToken) => dispatch.TakeDueAsync(cancellationToken);

    /// <returns>How many runs were deleted.</returns>
    [JobDisplayName("Delete finished runs that the options do not keep")]
    [DisableConcurrentExecution(timeoutInSeconds: 1)]
    public Task<int> RetainAsync(CancellationToken cancellationToken) => retention.ApplyAsync(cancellationToken);

    /// <returns>How many runs of any schedule were started.</returns>
    [JobDisplayName("Schedule {0}")]
    public Task<int> RunScheduleAsync(string schedule, CancellationToken cancellationToken) => schedules.RunDueAsync(cancellationToken);
}
