using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>A real Redis on a free port of this machine.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process process;

    public RedisServer()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
    }

    public int Port { get; }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
