using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Hosts;

public sealed class BrokenRelayTests : IDisposable
{
    private readonly TcpListener server = new(IPAddress.Loopback, 0);
    private readonly HostProxy proxy = new(NullLogger<HostProxy>.Instance);

    public void Dispose()
    {
        server.Dispose();
        proxy.Dispose();
    }

    [Fact]
    public async Task Relay_ServerBreaksTheConnection_ClosesItTowardsASilentClientToo()
    {
        server.Start();
        var address = server.LocalEndpoint.ToString()!;
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(proxy.For([address])));
        await client.SendAsync(Encoding.ASCII.GetBytes($"CONNECT {address} HTTP/1.1\r\n\r\n"));
        using (var accepted = await server.AcceptSocketAsync())
        {
            await client.ReceiveAsync(new byte[1024]);
            // Closing resets the connection instead of ending it.
            accepted.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        var read = await client.ReceiveAsync(new byte[1024]).WaitAsync(Safety.Limit);

        Assert.Equal(0, read);
    }
}
