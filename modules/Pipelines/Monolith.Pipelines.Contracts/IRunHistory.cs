namespace Monolith.Pipelines.Contracts;

/// <summary>Reads committed events.</summary>
public interface IRunHistory
{
    /// <param name="runId">The run.</param>
    /// <param name="afterVersion">0 for all; otherwise only events after this version.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>In order of version; null when there is no such run.</returns>
    Task<RunEvents?> ReadAsync(Guid runId, long afterVersion, CancellationToken cancellationToken);
}

/// <summary>A run's events after some version.</summary>
/// <param name="Events">In order of version.</param>
/// <param name="IsFinal">Whether the run is over, so that no event is to be expected.</param>
public sealed record RunEvents(IReadOnlyList<RunEvent> Events, bool IsFinal);
