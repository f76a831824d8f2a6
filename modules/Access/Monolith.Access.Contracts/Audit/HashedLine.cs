using System.Security.Cryptography;
using System.Text;

namespace Monolith.Access.Contracts.Audit;

/// <summary>
/// A line of JSON that ends with its own hash: SHA-256, lower-case hex, over the bytes of the line before the member <c>hash</c>. With the member
/// <c>previous</c> among them, the hash of the line before, lines make a chain.
/// </summary>
public static class HashedLine
{
    private const int HashLength = 64;
    private static readonly byte[] Before = ",\"hash\":\""u8.ToArray();
    private static readonly byte[] After = "\"}"u8.ToArray();

    private static int TailLength => Before.Length + HashLength + After.Length;

    /// <param name="open">The line's object, written up to <c>previous</c> and not closed.</param>
    /// <param name="hash">The hash.</param>
    /// <returns>The whole line.</returns>
    public static byte[] Close(ReadOnlySpan<byte> open, out string hash)
    {
        hash = Hash(open);
        return [.. open, .. Before, .. Encoding.ASCII.GetBytes(hash), .. After];
    }

    /// <param name="line">Without its line feed.</param>
    /// <returns>The hash that the line's bytes have; null when the line does not end as it must.</returns>
    public static string? Recompute(ReadOnlySpan<byte> line) =>
        line.Length > TailLength && line[^TailLength..].StartsWith(Before) && line.EndsWith(After) ? Hash(line[..^TailLength]) : null;

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
