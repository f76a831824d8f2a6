using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications;

/// <summary>One way of sending.</summary>
internal interface INotificationChannel
{
    /// <returns>Whether addresses of this kind are sent this way.</returns>
    bool Takes(string address);

    /// <summary>Tries once. An exception counts as a failure that may pass.</summary>
    Task<Delivery> SendAsync(DueNotification notification, CancellationToken cancellationToken);
}
