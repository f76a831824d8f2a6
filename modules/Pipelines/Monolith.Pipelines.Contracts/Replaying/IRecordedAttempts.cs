namespace Monolith.Pipelines.Contracts.Replaying;

/// <summary>What agents did in runs that are over, with what they were given, so that it can be done again.</summary>
public interface IRecordedAttempts
{
    /// <param name="agents">Of these agents only.</param>
    /// <param name="since">Of runs that ended then or later.</param>
    /// <param name="atMost">How many, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Those of the run that ended last come first; within a run in their order.</returns>
    Task<IReadOnlyList<RecordedAttempt>> ReadAsync(IReadOnlyCollection<string> agents, DateTimeOffset since, int atMost, CancellationToken cancellationToken);
}
