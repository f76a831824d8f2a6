using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>Writes lines and keeps the digest of each, which is all that is kept.</summary>
internal sealed class BundleWriter(Stream to) : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IncrementalHash all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public List<string> Digests { get; } = [];

    /// <summary>Of every byte so far.</summary>
    public string Digest() => Convert.ToHexStringLower(all.GetCurrentHash());

    /// <summary>One object on one line.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        Digests.Add(Sha256.Of(line));
        byte[] ended = [.. line, (byte)'\n'];
        all.AppendData(ended);
        await to.WriteAsync(ended, cancellationToken);
    }

    public void Dispose() => all.Dispose();
}
