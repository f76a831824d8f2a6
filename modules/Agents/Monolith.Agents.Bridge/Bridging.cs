using System.Net.Sockets;

namespace Monolith.Agents.Bridge;

internal static class Bridging
{
    public static async Task AcceptAsync(TcpListener listener, string socket)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), socket);
    }

    /// <summary>Hands on what each side says until both are done: one may be done speaking and still listen.</summary>
    public static Task RelayAsync(NetworkStream one, NetworkStream other, CancellationToken cancellationToken) =>
        Task.WhenAll(CopyAsync(one, other, cancellationToken), CopyAsync(other, one, cancellationToken));

    private static async Task ServeAsync(TcpClient inside, string socket)
    {
        try
        {
            using var held = inside;
            using var outside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await outside.ConnectAsync(new UnixDomainSocketEndPoint(socket));
            await using var one = inside.GetStream();
            await using var other = new NetworkStream(outside);
            await RelayAsync(one, other, CancellationToken.None);
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            // The program sees its connection closed.
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationToken cancellationToken)
    {
        await from.CopyToAsync(to, cancellationToken);
        to.Socket.Shutdown(SocketShutdown.Send);
    }
}
