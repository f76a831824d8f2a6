using System.Security.Cryptography;
using System.Text;

namespace Monolith.Triggers.Hooks.Signatures;

/// <summary>What forges prove themselves by. Nothing here takes longer the more of a guess is right.</summary>
internal static class BodySignature
{
    private const string Prefix = "sha256=";

    /// <param name="secrets">One or more, separated by spaces.</param>
    /// <param name="signature">The header: <c>sha256=</c> and the HMAC of the body in hex.</param>
    /// <param name="body">As it came.</param>
    public static bool IsHmacOf(string secrets, string? signature, byte[] body)
    {
        var given = new byte[SHA256.HashSizeInBytes];
        if (signature?.StartsWith(Prefix, StringComparison.Ordinal) != true
            || signature.Length != Prefix.Length + (2 * given.Length)
            || Convert.FromHexString(signature.AsSpan(Prefix.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        return Split(secrets).Aggregate(false, (found, secret) => found | CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, body), given));
    }

    /// <summary>Hashes are compared, so that the length of the secret does not show either.</summary>
    /// <param name="secrets">One or more, separated by spaces.</param>
    /// <param name="token">The header: a secret itself.</param>
    public static bool IsToken(string secrets, string? token)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));
        return token is not null
            && Split(secrets).Aggregate(false, (found, secret) => found | CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), given));
    }

    /// <summary>The whole is tried too: a secret may hold a space.</summary>
    private static IEnumerable<byte[]> Split(string secrets) =>
        secrets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(secrets).Select(Encoding.UTF8.GetBytes);
}
