using System.Threading.Channels;

namespace Monolith.Triggers.Hooks.Deliveries;

/// <summary>Wakes this host's <see cref="DeliveryService"/>; losing a ring costs a pause.</summary>
internal sealed class DeliveryBell(TimeProvider time)
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <returns>When it rang, or the patience is at its end.</returns>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await ((Task)rings.Reader.ReadAsync(either.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
