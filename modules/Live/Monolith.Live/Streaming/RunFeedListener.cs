using System.Threading.Channels;
using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Streaming;

/// <summary>Somebody who looks at the list of runs. One that is slow loses batches, and is told of how many runs.</summary>
internal sealed class RunFeedListener : IDisposable
{
    private const int Kept = 8;

    private readonly Channel<RunFeedBatch> batches;
    private readonly Action<RunFeedListener> leave;
    private int lost;

    public RunFeedListener(Action<RunFeedListener> leave)
    {
        this.leave = leave;
        batches = Channel.CreateBounded<RunFeedBatch>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, Lose);
    }

    public void Tell(RunFeedBatch batch) => batches.Writer.TryWrite(batch);

    /// <returns>The next, with what was lost before it.</returns>
    public async Task<RunFeedBatch> NextAsync(CancellationToken cancellationToken)
    {
        var next = await batches.Reader.ReadAsync(cancellationToken);
        return Interlocked.Exchange(ref lost, 0) is var missed and > 0 ? next with { More = next.More + missed } : next;
    }

    public void Dispose() => leave(this);

    private void Lose(RunFeedBatch dropped) => Interlocked.Add(ref lost, dropped.Rows.Count + dropped.More);
}

/// <summary>Runs that have changed.</summary>
/// <param name="Rows">As they are now.</param>
/// <param name="More">How many others.</param>
internal sealed record RunFeedBatch(IReadOnlyList<RunListRow> Rows, int More);
