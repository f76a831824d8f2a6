using System.Security.Cryptography;
using System.Text;

namespace Monolith.Pipelines.Evidence.Format;

/// <summary>SHA-256 in lower-case hex.</summary>
internal static class Sha256
{
    public const int Length = 64;

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
