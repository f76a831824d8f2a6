using System.Net;
using Monolith.Resilience.Contracts.Outgoing;

namespace Monolith.Triggers.Notifications.Webhooks;

/// <summary>Connects to receivers, which definitions name.</summary>
internal static class WebhookHandler
{
    /// <param name="options">The section Notifications.</param>
    /// <param name="loopback">Whether this machine's own addresses are allowed whatever the options say.</param>
    public static SocketsHttpHandler Create(NotificationsOptions options, bool loopback) => GuardedHandler.Create(
        ip => (options.AllowPrivateNetworks && !PublicAddress.IsMetadata(ip)) || PublicAddress.Is(ip) || (loopback && IPAddress.IsLoopback(ip)),
        TimeSpan.FromMinutes(2));
}
