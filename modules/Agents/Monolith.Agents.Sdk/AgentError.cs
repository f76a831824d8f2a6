namespace Monolith.Agents.Sdk;

/// <summary>Why an attempt failed.</summary>
/// <param name="Code">One of <see cref="AgentErrorCodes"/>.</param>
/// <param name="Message">What went wrong and how to mend it; no secrets.</param>
/// <param name="Retryable">Whether the same attempt may succeed later.</param>
public sealed record AgentError(string Code, string Message, bool Retryable)
{
    /// <summary>
    /// How long the next attempt must wait at least, such as a server's <c>Retry-After</c>; null when it need not. The stage's own wait
    /// counts when it is longer. Heeded up to an hour.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
