using System.Text;

namespace Monolith.Pipelines.Evidence.Format;

/// <summary>
/// Each event's line ends with its own hash: SHA-256 over the bytes of the line before the member <c>hash</c>. The member <c>previous</c> among
/// them is the hash of the event before, and of the first one the hash of the definition.
/// </summary>
internal static class EventChain
{
    private static readonly byte[] Before = ",\"hash\":\""u8.ToArray();
    private static readonly byte[] After = "\"}"u8.ToArray();

    private static int TailLength => Before.Length + Sha256.Length + After.Length;

    /// <param name="open">The line's object, written up to <c>previous</c> and not closed.</param>
    /// <param name="hash">The hash.</param>
    /// <returns>The whole line.</returns>
    public static byte[] Close(ReadOnlySpan<byte> open, out string hash)
    {
        hash = Sha256.Of(open);
        return [.. open, .. Before, .. Encoding.ASCII.GetBytes(hash), .. After];
    }

    /// <returns>The hash that the line's bytes have; null when the line does not end as it must.</returns>
    public static string? Recompute(ReadOnlySpan<byte> line) =>
        line.Length > TailLength && line[^TailLength..].StartsWith(Before) && line.EndsWith(After) ? Sha256.Of(line[..^TailLength]) : null;
}
