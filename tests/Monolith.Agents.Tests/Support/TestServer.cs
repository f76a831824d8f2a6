using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monolith.Agents.Tests.Support;

/// <summary>Answers every request on loopback with one text.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public TestServer(string answer, string head = "200 OK")
    {
        listener.Start();
        _ = AnswerAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
    }

    public string Address => listener.LocalEndpoint.ToString()!;

    public void Dispose() => listener.Dispose();

    private async Task AnswerAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().ReadAtLeastAsync(new byte[16], 16);
                await client.GetStream().WriteAsync(answer);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or EndOfStreamException)
        {
            // The test is over.
        }
    }
}
