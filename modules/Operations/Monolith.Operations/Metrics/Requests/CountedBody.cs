using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Monolith.Operations.Metrics.Requests;

/// <summary>
/// A response's body that counts what is written to it. Both of its doors are kept as they are, the pipe and the stream: a
/// replaced stream alone would send every JSON answer the long way round.
/// </summary>
internal sealed class CountedBody(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
{
    private CountedWriter? writer;
    private CountedStream? stream;
    private long sentFiles;

    /// <summary>Bytes.</summary>
    public long Written => (writer?.Written ?? 0) + (stream?.Written ?? 0) + sentFiles;

    public Stream Stream => stream ??= new CountedStream(inner.Stream);

    public PipeWriter Writer => writer ??= new CountedWriter(inner.Writer);

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task CompleteAsync() => inner.CompleteAsync();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        sentFiles += count ?? new FileInfo(path).Length - offset;
        return inner.SendFileAsync(path, offset, count, cancellationToken);
    }
}
