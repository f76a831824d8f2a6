using System.Threading.Channels;

namespace Monolith.Pipelines.Notifications;

/// <summary>Says in this host that a notification was written. Rung many times, it is answered once.</summary>
internal sealed class NotificationBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rung.Writer.TryWrite(true);

    public ValueTask<bool> RungAsync(CancellationToken cancellationToken) => rung.Reader.ReadAsync(cancellationToken);
}
