using System.Globalization;
using Monolith.Triggers.Notifications.Webhooks;

namespace Monolith.Triggers.Hooks.Signatures;

/// <summary>Checks what <see cref="WebhookSecret"/> signs: https://www.standardwebhooks.com.</summary>
internal static class StandardSignature
{
    public const string Id = "webhook-id";
    public const string Timestamp = "webhook-timestamp";
    public const string Signature = "webhook-signature";

    /// <summary>How old a message may be, and how far ahead the sender's clock.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsGenuine(HookRequest request, string secrets, DateTimeOffset now) =>
        request.Header(Id) is { } id
        && request.Header(Timestamp) is { } timestamp
        && request.Header(Signature) is { } signature
        && IsNow(timestamp, now)
        && WebhookSecret.Verify(secrets, signature, id, timestamp, request.Body);

    private static bool IsNow(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;
}
