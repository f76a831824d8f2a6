using System.Net.Sockets;

namespace Monolith.Agents.Bridge;

internal static class Bridging
{
    public static async Task AcceptAsync(TcpListener listener, string socket)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), socket);
    }

    private static async Task ServeAsync(TcpClient inside, string socket)
    {
        try
        {
            using var held = inside;
            using var outside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await outside.ConnectAsync(new UnixDomainSocketEndPoint(socket));
            await Task.WhenAll(CopyAsync(inside.Client, outside), CopyAsync(outside, inside.Client));
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            // The program sees its connection closed.
        }
    }

    // One side may be done speaking and still listen.
    private static async Task CopyAsync(Socket from, Socket to)
    {
        await using var source = new NetworkStream(from);
        await using var target = new NetworkStream(to);
        await source.CopyToAsync(target);
        to.Shutdown(SocketShutdown.Send);
    }
}
