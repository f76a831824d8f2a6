using System.Globalization;
using System.Net.Http.Headers;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>What a server asks for that has been called too often, or is away for a while.</summary>
internal static class RateLimit
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    /// <returns>How long to wait; null when the answer means something else.</returns>
    public static TimeSpan? Wait(int status, HttpResponseHeaders headers, DateTimeOffset now)
    {
        var asked = headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        var isLimit = status == 429 || (status == 403 && (asked is not null || Value(headers, "x-ratelimit-remaining") == "0"));
        if (!isLimit && (status != 503 || asked is null))
        {
            return null;
        }

        var wait = asked ?? Until(Value(headers, "x-ratelimit-reset") ?? Value(headers, "ratelimit-reset"), now) ?? Usual;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan? Until(string? seconds, DateTimeOffset now) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(at) - now
            : null;

    private static string? Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
