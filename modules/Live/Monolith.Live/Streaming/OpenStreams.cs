namespace Monolith.Live.Streaming;

/// <summary>The live streams of this host: closed together, each with its closing event.</summary>
internal sealed class OpenStreams : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int open;

    /// <summary>Cancelled when the host stops and the streams are to end.</summary>
    public CancellationToken Closing => closing.Token;

    public int Count => Volatile.Read(ref open);

    /// <returns>To be disposed of when the stream has ended.</returns>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref open);
        return new Entered(this);
    }

    /// <summary>Ends every stream and waits until each has said so to its reader.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await closing.CancelAsync();
        LookWhetherLast();
        await closed.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => closing.Dispose();

    private void LookWhetherLast()
    {
        if (Count == 0 && closing.IsCancellationRequested)
            closed.TrySetResult();
    }

    private sealed class Entered(OpenStreams streams) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref streams.open);
            streams.LookWhetherLast();
        }
    }
}
