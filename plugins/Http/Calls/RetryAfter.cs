using System.Net.Http.Headers;

namespace Monolith.Plugins.Http.Calls;

/// <summary>What a server that has too much to do (429) or is away for a while (503) asks for.</summary>
internal static class RetryAfter
{
    /// <returns>How long to wait; null when the answer is another one or does not say.</returns>
    public static TimeSpan? Of(CallReply reply, DateTimeOffset now)
    {
        if (reply.Status is not (429 or 503)
            || !reply.Headers.TryGetValue("retry-after", out var text)
            || !RetryConditionHeaderValue.TryParse(text, out var asked))
        {
            return null;
        }

        var wait = asked.Delta ?? asked.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
