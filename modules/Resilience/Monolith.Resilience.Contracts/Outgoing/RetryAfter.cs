namespace Monolith.Resilience.Contracts.Outgoing;

/// <summary>The header <c>Retry-After</c> of an answer.</summary>
public static class RetryAfter
{
    /// <returns>How long to wait, not negative; null when the answer does not say.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } moment } => moment > now ? moment - now : TimeSpan.Zero,
        _ => null,
    };
}
