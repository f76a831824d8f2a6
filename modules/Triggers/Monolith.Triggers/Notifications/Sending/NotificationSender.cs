using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Sending;

/// <summary>Makes one attempt to send, and says in the queue what came of it.</summary>
internal sealed partial class NotificationSender(
    INotificationQueue queue, IEnumerable<INotificationChannel> channels, TimeProvider time, ILogger<NotificationSender> log)
{
    /// <summary>How long an attempt may take, whatever the channel's own limits. Shorter than the lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <exception cref="OperationCanceledException">The host stops; the notification is due again when its lease is over.</exception>
    public async Task SendAsync(DueNotification notification, CancellationToken cancellationToken)
    {
        var delivery = await TryAsync(notification, cancellationToken);
        if (delivery.Fault is not { } fault)
        {
            await queue.SentAsync(notification, cancellationToken);
            return;
        }

        if (delivery.Until is { } until)
        {
            await queue.PutOffAsync(notification, fault, until, cancellationToken);
            return;
        }

        var failed = notification.Attempts + 1;
        // No secret is guarded by this chance; it spreads out.
        var pause = delivery.MayPass ? RetryPlan.PauseAfter(failed, delivery.RetryAfter, Random.Shared.NextDouble()) : null;
        if (pause is { } wait)
        {
            await queue.RetryAsync(notification, fault, time.GetUtcNow() + wait, cancellationToken);
            return;
        }

        await queue.GiveUpAsync(notification, fault, cancellationToken);
        Dead(notification.Type, notification.RunId, failed, fault);
    }

    private async Task<Delivery> TryAsync(DueNotification notification, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return channels.FirstOrDefault(channel => channel.Takes(notification.Address)) is { } channel
                ? await channel.SendAsync(notification, either.Token)
                : Delivery.Refused("No notification can be sent to an address of this kind.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Failed($"There was no answer within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Failed(fault.Message.ReplaceLineEndings(" "));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The notification {Type} of run {RunId} was given up after {Attempts} attempts: {Reason}")]
    private partial void Dead(string type, Guid runId, int attempts, string reason);
}
