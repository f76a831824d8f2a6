using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monolith.Storage.Tests;

/// <summary>Speaks just enough of PostgreSQL's protocol to refuse each connection with the next of its error codes, the last for ever.</summary>
internal sealed class RefusingServer : IDisposable
{
    private const int SslRequest = 80_877_103;
    private const int GssRequest = 80_877_104;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string> codes;

    public RefusingServer(params string[] codes)
    {
        this.codes = new(codes);
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            while (await RequestAsync(stream) is SslRequest or GssRequest)
                await stream.WriteAsync("N"u8.ToArray());
            var code = codes.Count > 1 ? codes.Dequeue() : codes.Peek();
            await stream.WriteAsync(Refusal(code));
        }
    }

    /// <returns>The request's code; the version of the protocol for a start.</returns>
    private static async Task<int> RequestAsync(NetworkStream stream)
    {
        var head = new byte[8];
        await stream.ReadExactlyAsync(head);
        var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(head) - head.Length];
        await stream.ReadExactlyAsync(rest);
        return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4));
    }

    private static byte[] Refusal(string code)
    {
        var fields = Encoding.ASCII.GetBytes($"SFATAL\0VFATAL\0C{code}\0Mno\0\0");
        var message = new byte[5 + fields.Length];
        message[0] = (byte)'E';
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), fields.Length + 4);
        fields.CopyTo(message, 5);
        return message;
    }
}
