namespace Monolith.Pipelines.Notifications;

/// <summary>How far a notification is; stored names.</summary>
internal static class NotificationStatus
{
    public const string Pending = "pending";
    public const string Sent = "sent";
    public const string Dead = "dead";
}
