namespace Monolith.Resilience.Contracts.Breakers;

/// <summary>The answer to who wants to make a call.</summary>
/// <param name="Period">Which of the breaker's periods it was given in: a call that outlasts its period says nothing of a later one.</param>
/// <param name="RetryAt">Null when the call may be made. Otherwise when to ask again.</param>
public readonly record struct BreakerPass(long Period, DateTimeOffset? RetryAt)
{
    /// <summary>Whether the call may be made; it must then be followed by <see cref="IBreaker.Exit"/>.</summary>
    public bool IsGranted => RetryAt is null;
}
