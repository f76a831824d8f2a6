namespace Monolith.Resilience.Contracts.Outgoing;

/// <summary>A call was not made, to spare a host that does not answer or has enough to do.</summary>
/// <param name="message">For people; names the host and no more of the address.</param>
/// <param name="retryAt">When to try again; null when nobody knows.</param>
public sealed class OutgoingRefusedException(string message, DateTimeOffset? retryAt) : Exception(message)
{
    /// <summary>When to try again; null when nobody knows.</summary>
    public DateTimeOffset? RetryAt { get; } = retryAt;
}
