using System.Net;
using System.Net.Sockets;
using System.Text;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class HostProxyTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly TcpListener named = Serve("named");
    private readonly TcpListener other = Serve("other");

    public void Dispose()
    {
        named.Dispose();
        other.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Run_ManifestNamesAHost_ReachesThatAndNoOther()
    {
        var result = await ShAsync($"""
            curl -s http://{At(named)}/; curl -s --proxytunnel http://{At(named)}/
            curl -s -o /dev/null -w '%{"{"}http_code{"}"} ' http://{At(other)}/; curl -s -p -o /dev/null -w '%{"{"}http_connect{"}"}' http://{At(other)}/
            curl -s --noproxy '*' http://{At(named)}/ || echo ' no way around'; exit 5
            """);

        Assert.Equal("namednamed403 403 no way around\n", result.StandardOutput);
        Assert.Equal(5, result.ExitCode);
    }

    private async Task<ProgramResult> ShAsync(string script)
    {
        using var call = new Call();
        var setup = new SandboxSetup(new SandboxOptions(), new AgentCapabilities { Hosts = [At(named)] }, data.Path);
        // curl leaves out the proxy for this machine unless it is told otherwise.
        return await call.ConfinedAsync(setup, new ProgramSpec("bash", "-c", "export NO_PROXY= no_proxy=\n" + script));
    }

    private static string At(TcpListener server) => server.LocalEndpoint.ToString()!;

    private static TcpListener Serve(string answer)
    {
        var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _ = AnswerAsync(server, Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
        return server;
    }

    private static async Task AnswerAsync(TcpListener server, byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync();
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
