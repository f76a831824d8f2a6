using System.Buffers;

namespace Monolith.Pipelines.Artifacts;

/// <summary>A file as it is, up to a bound that holds while something goes on writing it.</summary>
internal static class FileCopy
{
    /// <exception cref="IOException">The file holds more than <paramref name="maxBytes"/>.</exception>
    public static async Task WriteAsync(string path, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        if (from.Length > maxBytes)
            throw TooLarge(maxBytes);
        await WriteAsync(from, to, maxBytes, cancellationToken);
    }

    /// <inheritdoc cref="WriteAsync(string, Stream, long, CancellationToken)"/>
    public static async Task WriteAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var total = 0L;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += read;
                if (total > maxBytes)
                    throw TooLarge(maxBytes);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static IOException TooLarge(long maxBytes) => new($"it is larger than {maxBytes:N0} bytes (Engine:MaxArtifactBytes)");
}
