using System.Net.Sockets;

namespace Monolith.Agents.Bridge;

internal static class Bridging
{
    public static async Task AcceptAsync(TcpListener listener, string socket)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(), socket);
    }

    /// <summary>By which programs find the bridge.</summary>
    /// <param name="address">Its URL.</param>
    public static IEnumerable<KeyValuePair<string, string>> Variables(string address)
    {
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy" })
            yield return new(name, address);
        foreach (var name in new[] { "NO_PROXY", "no_proxy" })
            yield return new(name, "localhost,127.0.0.1,::1");
    }

    /// <summary>Hands on what each side says until both are done, for one may be done speaking and still listen, or until either breaks.</summary>
    public static async Task RelayAsync(NetworkStream one, NetworkStream other, CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(CopyAsync(one, other, broken), CopyAsync(other, one, broken));
    }

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

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationTokenSource broken)
    {
        try
        {
            await from.CopyToAsync(to, broken.Token);
            to.Socket.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            // Whoever waits for the other direction would wait for ever.
            await broken.CancelAsync();
            throw;
        }
    }
}
