using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Monolith.Live.Tests.Support;

/// <summary>A real Redis on a free port of this machine.</summary>
internal sealed class RedisServer : IDisposable
{
    private Process? process;

    public int Port { get; } = FreePort();

    public void Start()
    {
        try
        {
            process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
            {
                RedirectStandardOutput = true,
            });
            process!.BeginOutputReadLine();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("These tests need redis-server. Type: sudo apt-get install redis-server");
        }
    }

    public void Stop()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null)
            Stop();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
