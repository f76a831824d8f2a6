using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>One thing to be resolved: a hunk of a file, or a file as a whole.</summary>
/// <param name="Id">The same whenever the same sides meet in the same file.</param>
/// <param name="Hunk">Null for a file as a whole.</param>
internal sealed record Conflict(string Id, string Path, ConflictKind Kind, Hunk? Hunk)
{
    // Bytes that are no UTF-8 cannot be shown, and text could not be put in their place without guessing.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Some settled lines before a hunk.</summary>
    public ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>Some settled lines after a hunk.</summary>
    public ReadOnlyMemory<byte> After { get; init; }

    /// <summary>Whether other text than the sides' own can be put in its place.</summary>
    public bool IsReadable => Hunk is { } hunk && Readable(hunk.Ours) && Readable(hunk.Theirs) && Readable(hunk.Base ?? default);

    public static Conflict OfHunk(string path, Hunk hunk, int twin) =>
        new(Identify(path, ConflictKind.Hunk, hunk.Ours.Span, (hunk.Base ?? default).Span, hunk.Theirs.Span, twin), path, ConflictKind.Hunk, hunk);

    public static Conflict OfFile(ConflictedPath path, ConflictKind kind) => new(
        Identify(path.Path, kind, Bytes(path.Ours), Bytes(path.Base), Bytes(path.Theirs), twin: 0), path.Path, kind, Hunk: null);

    private static string Identify(
        string path, ConflictKind kind, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> common, ReadOnlySpan<byte> theirs, int twin)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\0{kind}\0{twin}\0{ours.Length}\0{common.Length}\0")));
        hash.AppendData(ours);
        hash.AppendData(common);
        hash.AppendData(theirs);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static byte[] Bytes(IndexEntry? entry) => Encoding.UTF8.GetBytes(entry is null ? "" : $"{entry.Mode} {entry.Id}");

    private static bool Readable(ReadOnlyMemory<byte> text)
    {
        try
        {
            return Strict.GetString(text.Span).IndexOf('\0', StringComparison.Ordinal) < 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
