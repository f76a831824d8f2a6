using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>Stands between a host and a server and spoils what passes: late, never, or not at all.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<TcpClient> clients = [];
    private readonly int target;

    public TcpProxy(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How late what the server says arrives.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Connections are taken, and nothing passes.</summary>
    public bool Hangs { get; set; }

    /// <summary>Whoever connects is hung up on, as are those that are connected.</summary>
    public bool Refuses { get; set; }

    public void HangUp()
    {
        Refuses = true;
        while (clients.TryTake(out var client))
            client.Dispose();
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        HangUp();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            if (Refuses)
            {
                client.Dispose();
                return;
            }

            clients.Add(client);
            await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            client.NoDelay = server.NoDelay = true;
            await Task.WhenAny(CopyAsync(client, server, late: false), CopyAsync(server, client, late: true));
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two left.
        }

        client.Dispose();
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool late)
    {
        var buffer = new byte[65_536];
        int read;
        while ((read = await from.GetStream().ReadAsync(buffer, stop.Token)) > 0)
        {
            if (late && Delay > TimeSpan.Zero)
                await Task.Delay(Delay, stop.Token);
            using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (Hangs)
                await patience.WaitForNextTickAsync(stop.Token);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
