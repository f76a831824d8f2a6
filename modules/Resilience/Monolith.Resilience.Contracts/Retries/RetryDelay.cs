namespace Monolith.Resilience.Contracts.Retries;

/// <summary>The wait before the next attempt.</summary>
public static class RetryDelay
{
    /// <summary>A wait that the other side asks for is heeded up to here.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>By how much of itself a wait is made shorter or longer, so that those who failed together do not come back together.</summary>
    private const double Jitter = 0.2;

    /// <param name="failures">How many attempts have failed; 1 after the first.</param>
    /// <param name="backoff">The wait after the first.</param>
    /// <param name="factor">Each wait is so many times the one before.</param>
    /// <param name="maxBackoff">No wait is longer, jitter included.</param>
    /// <param name="chance">From 0 up to 1: where in its range the wait falls. Null for no jitter.</param>
    public static TimeSpan After(int failures, TimeSpan backoff, double factor, TimeSpan maxBackoff, double? chance = null)
    {
        var longest = maxBackoff.TotalMilliseconds;
        var wait = Math.Min(backoff.TotalMilliseconds * Math.Pow(factor, failures - 1), longest);
        if (chance is not { } place)
            return TimeSpan.FromMilliseconds(wait);

        // The range is cut at the longest wait, and not the value: else most waits would be the longest, and come back together.
        var (from, to) = (wait * (1 - Jitter), Math.Min(wait * (1 + Jitter), longest));
        return TimeSpan.FromMilliseconds(from + (place * (to - from)));
    }

    /// <summary>The later of one's own wait and the one the other side asked for, which is heeded up to <see cref="LongestRetryAfter"/>.</summary>
    public static TimeSpan Later(TimeSpan wait, TimeSpan? retryAfter)
    {
        var asked = retryAfter > LongestRetryAfter ? LongestRetryAfter : retryAfter;
        return asked > wait ? asked.Value : wait;
    }
}
