using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monolith.Benchmarks.Overload;

/// <summary>One kept connection that asks for runs when it is told to, with as little work as can be: it shares the processor with the host.</summary>
internal sealed class StartConnection(Uri address) : IDisposable
{
    private static readonly byte[] Request = Encoding.ASCII.GetBytes(
        "POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"pipeline\":\"five\"}");

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 << 10];

    public Task OpenAsync() => socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));

    /// <returns>The status.</returns>
    public async Task<int> AskAsync(Tally tally)
    {
        var began = Stopwatch.GetTimestamp();
        await socket.SendAsync(Request);
        var read = 0;
        do
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            read += more > 0 ? more : throw new IOException("The host closed the connection.");
        }
        while (!IsWhole(buffer.AsSpan(0, read)));
        var status = ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + (buffer[11] - '0');
        tally.Add(status, Stopwatch.GetElapsedTime(began));
        return status;
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        return length < 0
            ? answer.EndsWith("0\r\n\r\n"u8)
            : System.Buffers.Text.Utf8Parser.TryParse(answer[(length + 16)..], out int bytes, out _) && answer.Length >= head + 4 + bytes;
    }
}
