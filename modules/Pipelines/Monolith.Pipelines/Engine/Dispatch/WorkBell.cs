using System.Threading.Channels;

namespace Monolith.Pipelines.Engine.Dispatch;

/// <summary>Says that runs may be waiting to be taken. Rung many times, it is answered once.</summary>
internal sealed class WorkBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool hasBacklog;

    /// <summary>Whether more runs were queued than this host had room for when it looked last; new ones then queue up behind them.</summary>
    public bool HasBacklog
    {
        get => hasBacklog;
        set => hasBacklog = value;
    }

    public void Ring() => rung.Writer.TryWrite(true);

    /// <returns>When it was rung, or the patience is at its end.</returns>
    public async Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang: time to look anyway.
        }
    }
}
