using System.Net;
using System.Net.Sockets;

namespace Monolith.Triggers.Notifications.Webhooks;

/// <summary>
/// Connects to receivers. Definitions name them, so whoever may write one could make the host knock at doors that only it can reach: the address
/// is looked at when the connection is made, after the name was resolved, and no redirect or proxy leads around that.
/// </summary>
internal static class WebhookHandler
{
    /// <param name="options">The section Notifications.</param>
    /// <param name="loopback">Whether this machine's own addresses are allowed whatever the options say.</param>
    public static SocketsHttpHandler Create(NotificationsOptions options, bool loopback) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(
            context.DnsEndPoint,
            ip => options.AllowPrivateNetworks || PublicAddress.Is(ip) || (loopback && IPAddress.IsLoopback(ip)),
            cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> allows, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(allows)];
        if (allowed.Length == 0)
            throw new ForbiddenAddressException(to.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name stands for private addresses only.</summary>
internal sealed class ForbiddenAddressException(string host) : Exception(
    $"{host} is a private, link-local or loopback address. If notifications may go there, set Notifications:AllowPrivateNetworks to true.");
