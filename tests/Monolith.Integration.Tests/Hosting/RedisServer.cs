using System.Diagnostics;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>A real Redis on a free port of this machine.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process process;

    public RedisServer(int? port = null)
    {
        Port = port ?? FreePort.Find();
        process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
    }

    public int Port { get; }

    /// <summary>It keeps its connections and answers no more.</summary>
    public void Freeze() => Signals.Send("STOP", process.Id);

    public void Thaw() => Signals.Send("CONT", process.Id);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
