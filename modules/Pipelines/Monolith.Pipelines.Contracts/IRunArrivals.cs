namespace Monolith.Pipelines.Contracts;

/// <summary>How runs came in and what they took, of all hosts, read from the store: every host is told the same.</summary>
public interface IRunArrivals
{
    /// <param name="from">Where the first bucket begins.</param>
    /// <param name="to">Where the last bucket ends.</param>
    /// <param name="bucket">How long a bucket is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<RunArrivals> ReadAsync(DateTimeOffset from, DateTimeOffset to, TimeSpan bucket, CancellationToken cancellationToken);

    /// <returns>How long the last thousand finished runs took on their hosts, waits for people and timers included; longest last.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<IReadOnlyList<TimeSpan>> LastWorkAsync(CancellationToken cancellationToken);

    /// <returns>Hosts that are alive by their lease.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<int> CountHostsAsync(CancellationToken cancellationToken);
}

/// <summary>Runs that were accepted, by bucket.</summary>
/// <param name="ByBucket">By the bucket's number, from 0; one in which none came is left out.</param>
public sealed record RunArrivals(IReadOnlyDictionary<int, long> ByBucket);
