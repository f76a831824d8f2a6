using System.IO.Compression;

namespace Monolith.Dashboard.Serving;

/// <summary>A script, style or picture; packed when it is first asked for so.</summary>
internal sealed class Asset(string name, byte[] plain)
{
    private readonly Lazy<byte[]> brotli = new(() => Pack(plain, stream => new BrotliStream(stream, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> gzip = new(() => Pack(plain, stream => new GZipStream(stream, CompressionLevel.Optimal)));

    public string Name => name;

    public ReadOnlyMemory<byte> Plain => plain;

    public string ContentType { get; } = Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is known for {other} ({name})."),
    };

    /// <param name="accepted">The header Accept-Encoding.</param>
    /// <returns>The bytes to send, and their encoding; null for none.</returns>
    public (ReadOnlyMemory<byte> Bytes, string? Encoding) Encode(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? (brotli.Value, "br")
        : accepted.Contains("gzip", StringComparison.Ordinal) ? (gzip.Value, "gzip")
        : (plain, null);

    private static byte[] Pack(byte[] plain, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
            stream.Write(plain);
        return packed.ToArray();
    }
}
