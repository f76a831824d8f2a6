namespace Monolith.Pipelines.Contracts;

/// <summary>Counts the runs that are not over, of all hosts. It reads those only, so finished ones cost nothing.</summary>
public interface IRunCensus
{
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<OpenRuns> CountAsync(CancellationToken cancellationToken);
}

/// <summary>The runs that are not over.</summary>
/// <param name="ByStatus">How many have each status; one that none has is left out.</param>
/// <param name="OldestQueued">How long the run has waited that was queued first; zero when none is queued.</param>
public sealed record OpenRuns(IReadOnlyDictionary<RunStatus, long> ByStatus, TimeSpan OldestQueued)
{
    /// <summary>Decisions that wait for somebody.</summary>
    public long Decisions { get; init; }

    /// <summary>Clarifications that wait for answers.</summary>
    public long Clarifications { get; init; }
}
