using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Access.Keys;

/// <summary>
/// A key as its holder has it: <c>mono_</c>, the id, <c>_</c> and 256 random bits. So much chance needs no slow hash: nobody guesses it,
/// whatever the hash costs.
/// </summary>
internal static class KeyText
{
    public const string Prefix = "mono_";

    private const int SecretBytes = 32;
    private const int IdLength = 32;
    private const int Length = 81;

    public static string New(Guid id) => $"{Prefix}{id:N}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <returns>Which key it would be; null when it is not of this form.</returns>
    public static Guid? IdOf(string text) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out var id)
            ? id
            : null;

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
