using System.Security.Cryptography;
using System.Text;

namespace Monolith.Triggers.Notifications.Webhooks;

/// <summary>
/// A secret as Standard Webhooks writes it: <c>whsec_</c> and 24 to 64 bytes in Base64. Several, separated by spaces, sign side by side, so
/// that a receiver can go over from one to the next.
/// </summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const string Version = "v1,";
    private const int MostSignatures = 10;

    /// <returns>What is wrong; it never repeats the secret.</returns>
    public static string? FaultOf(string secrets) =>
        secrets.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all && all.All(secret => KeyOf(secret) is not null)
            ? null
            : "Give whsec_ and 24 to 64 random bytes in Base64; make one by: echo whsec_$(openssl rand -base64 32)";

    /// <param name="secrets">One or more, without fault.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The bytes that are sent.</param>
    /// <returns>The header <c>webhook-signature</c>.</returns>
    public static string Sign(string secrets, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var content = Content(id, timestamp, body);
        return string.Join(' ', Keys(secrets).Select(key => $"{Version}{Convert.ToBase64String(HMACSHA256.HashData(key, content))}"));
    }

    /// <summary>Whether one of the signatures is by one of the secrets; it takes no longer the more of a guess is right.</summary>
    /// <param name="secrets">One or more; what is no secret of this kind signs nothing.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The bytes that came.</param>
    public static bool Verify(string secrets, string signatures, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var content = Content(id, timestamp, body);
        var given = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostSignatures).Select(Encoding.UTF8.GetBytes).ToList();
        var found = false;
        foreach (var key in Keys(secrets))
        {
            var right = Encoding.UTF8.GetBytes($"{Version}{Convert.ToBase64String(HMACSHA256.HashData(key, content))}");
            found = given.Aggregate(found, (before, signature) => before | CryptographicOperations.FixedTimeEquals(signature, right));
        }

        return found;
    }

    private static byte[] Content(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];

    private static IEnumerable<byte[]> Keys(string secrets) => secrets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyOf).OfType<byte[]>();

    private static byte[]? KeyOf(string secret)
    {
        var key = new byte[64];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
            && length >= 24
            ? key[..length]
            : null;
    }
}
