namespace Monolith.Pipelines.Contracts;

/// <summary>
/// What a scheduled job may ask of the run engine. Each call is safe to lose and to repeat: the store is the truth, and
/// the engine finds the work by itself too, only later.
/// </summary>
public interface IRunDispatch
{
    /// <summary>Takes one run if it is due and no live host has it.</summary>
    /// <returns>What became of it, one line for the job's page.</returns>
    Task<string> WakeAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Takes queued runs, runs whose timer is due and runs of dead hosts, as many as this host has room for.</summary>
    /// <returns>How many it took.</returns>
    Task<int> TakeDueAsync(CancellationToken cancellationToken);
}
