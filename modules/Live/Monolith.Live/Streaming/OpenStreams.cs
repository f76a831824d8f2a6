using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Live.Streaming;

/// <summary>The live streams of this host: so many at most, and closed together, each with its closing event.</summary>
internal sealed class OpenStreams(IOptions<StreamOptions> options) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> callers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int open;

    /// <summary>Cancelled when the host stops and the streams are to end.</summary>
    public CancellationToken Closing => closing.Token;

    public int Count => Volatile.Read(ref open);

    /// <returns>To be disposed of when the stream has ended; or why there is to be none.</returns>
    public Result<Place> Enter(string caller)
    {
        lock (gate)
        {
            var own = callers.GetValueOrDefault(caller);
            if (own >= options.Value.MaxStreamsPerCaller)
                return new Problem(ErrorCodes.RateLimitExceeded, $"You follow {own} runs live, as many as may be at once (Live:MaxStreamsPerCaller). Close one first.");
            if (open >= options.Value.MaxStreams)
                return new Problem(ErrorCodes.Overloaded, "As many follow runs live on this host as may be (Live:MaxStreams). Ask again in a moment, or without Accept: text/event-stream.");
            callers[caller] = own + 1;
            open++;
        }

        return new Place(this, caller);
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

    private void Leave(string caller)
    {
        lock (gate)
        {
            open--;
            if (--callers[caller] == 0)
                callers.Remove(caller);
        }

        LookWhetherLast();
    }

    /// <summary>An open stream's.</summary>
    internal sealed class Place(OpenStreams streams, string caller) : IDisposable
    {
        public void Dispose() => streams.Leave(caller);
    }
}
