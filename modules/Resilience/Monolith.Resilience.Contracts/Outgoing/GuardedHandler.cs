using System.Net;
using System.Net.Sockets;

namespace Monolith.Resilience.Contracts.Outgoing;

/// <summary>
/// Connects for calls whose address somebody else names, a definition or a setting: such a one could make the host knock at doors that only it
/// can reach. The address is looked at when the connection is made, after the name was resolved, so that a name cannot change its meaning
/// in between; no redirect and no proxy leads around that.
/// </summary>
public static class GuardedHandler
{
    /// <summary>Makes a handler without redirects, proxies and cookies.</summary>
    /// <param name="allows">Asked for each address that the name stands for, whether it may be connected to.</param>
    /// <param name="lifetime">How long a connection is kept, so that a name that changed is heard of.</param>
    /// <returns>A handler whose calls throw <see cref="HttpRequestException"/> around <see cref="ForbiddenAddressException"/> where none of the addresses is allowed.</returns>
    public static SocketsHttpHandler Create(Func<IPAddress, bool> allows, TimeSpan lifetime) =>
        Create((_, address) => allows(address), host => new ForbiddenAddressException(host), lifetime);

    /// <summary>Makes a handler without redirects, proxies and cookies.</summary>
    /// <param name="allows">Asked for each address that a name stands for, whether it may be connected to: name and port, then the address.</param>
    /// <param name="refused">What is thrown, within <see cref="HttpRequestException"/>, where none is allowed; gets the name.</param>
    /// <param name="lifetime">How long a connection is kept, so that a name that changed is heard of.</param>
    /// <returns>The handler. Redirects may be turned on: each of them is looked at in the same way.</returns>
    public static SocketsHttpHandler Create(Func<DnsEndPoint, IPAddress, bool> allows, Func<string, Exception> refused, TimeSpan lifetime) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = lifetime,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allows, refused, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint to, Func<DnsEndPoint, IPAddress, bool> allows, Func<string, Exception> refused, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(address => allows(to, address))];
        if (allowed.Length == 0)
            throw refused(to.Host);

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

/// <summary>The name stands for addresses only that the host must not be led to.</summary>
/// <param name="host">The name.</param>
public sealed class ForbiddenAddressException(string host) : Exception($"{host} is a private, link-local or loopback address.")
{
    /// <summary>The name.</summary>
    public string Host { get; } = host;
}
