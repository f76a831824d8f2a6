using System.Net;
using System.Net.Sockets;

namespace Monolith.Benchmarks.Observability;

/// <summary>
/// Sends the same request over and over on kept connections, and does as little else as can be: it shares the processor with
/// the server, and whatever it took would make the server's own cost look smaller.
/// </summary>
internal static class LeanClient
{
    public const int Connections = 32;

    private static readonly byte[] Request = "GET /trivial HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray();

    public static Task SendAsync(Uri address, int requests) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendOnOneAsync(address, requests / Connections))));

    private static async Task SendOnOneAsync(Uri address, int requests)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        var buffer = new byte[4_096];
        for (var sent = 0; sent < requests; sent++)
        {
            await socket.SendAsync(Request);
            var read = 0;
            do
                read += await socket.ReceiveAsync(buffer.AsMemory(read));
            while (!buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8));
            if (sent == 0 && !buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException($"The server answered {System.Text.Encoding.ASCII.GetString(buffer, 0, read)}");
        }
    }
}
