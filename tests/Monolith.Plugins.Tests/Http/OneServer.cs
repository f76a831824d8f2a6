using System.Net;
using System.Net.Sockets;

namespace Monolith.Plugins.Tests.Http;

/// <summary>Connects to one server, and refuses any other as a host does.</summary>
internal static class OneServer
{
    public static async ValueTask<Stream> ConnectAsync(Uri server, DnsEndPoint to, CancellationToken cancellationToken)
    {
        if (to.Port != server.Port)
            throw new AddressRefusedException($"{to.Host} needs the setting that allows it.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(to, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
