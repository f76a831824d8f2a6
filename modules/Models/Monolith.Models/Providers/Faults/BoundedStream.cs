namespace Monolith.Models.Providers.Faults;

/// <summary>An answer being read: one that breaks off or does not end is a fault of the provider.</summary>
internal sealed class BoundedStream(Stream inner) : Stream
{
    /// <summary>More than the longest answer of any model. A larger one is a fault or an attack.</summary>
    public const long MostBytes = 2 * 1024 * 1024;

    private long seen;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => seen;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw CutOff(fault);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Count(inner.Read(buffer, offset, count));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw CutOff(fault);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static ProviderFault CutOff(Exception fault) => new(FaultKind.CutOff, "The answer broke off.", fault);

    private int Count(int read)
    {
        seen += read;
        return seen <= MostBytes ? read : throw new ProviderFault(FaultKind.Nonsense, $"The answer is longer than {MostBytes / 1024 / 1024} MiB.");
    }
}
