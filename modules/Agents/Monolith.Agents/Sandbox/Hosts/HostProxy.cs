using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Bridge;

namespace Monolith.Agents.Sandbox.Hosts;

/// <summary>
/// The way out of sandboxes whose manifest names hosts: a proxy behind a Unix socket, which is all that such a sandbox sees of any network. A bridge
/// listens on its loopback and hands on to the socket.
/// </summary>
internal sealed class HostProxy(ILogger<HostProxy> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Listening>> listening = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Lazy<string> folder = new(() => Directory.CreateTempSubdirectory("monolith-").FullName);

    /// <param name="hosts">Of a manifest; not <c>*</c>.</param>
    /// <returns>The socket of their proxy.</returns>
    public string For(IReadOnlyList<string> hosts)
    {
        var key = string.Join(' ', hosts.Order(StringComparer.Ordinal));
        return listening.GetOrAdd(key, _ => new Lazy<Listening>(() => Listen(hosts))).Value.Path;
    }

    /// <summary>The bridge to a socket; a program with its arguments may stand after it.</summary>
    public static IReadOnlyList<string> Bridge(string socket) => [DotNet, typeof(Bridging).Assembly.Location, socket];

    public void Dispose()
    {
        stop.Cancel();
        foreach (var one in listening.Values.Where(one => one.IsValueCreated))
            one.Value.Socket.Dispose();
        if (folder.IsValueCreated)
            Directory.Delete(folder.Value, recursive: true);
        stop.Dispose();
    }

    /// <summary>The runtime that this process runs on.</summary>
    public static string DotNet =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private Listening Listen(IReadOnlyList<string> hosts)
    {
        var path = Path.Combine(folder.Value, $"{Guid.NewGuid().ToString("N")[..8]}.sock");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        _ = AcceptAsync(socket, [.. hosts.Select(HostRule.Parse)]);
        return new Listening(path, socket);
    }

    private async Task AcceptAsync(Socket socket, IReadOnlyList<HostRule> rules)
    {
        try
        {
            while (!stop.IsCancellationRequested)
                _ = ServeAsync(await socket.AcceptAsync(stop.Token), rules);
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The host stops.
        }
    }

    private async Task ServeAsync(Socket client, IReadOnlyList<HostRule> rules)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            await new ProxiedConnection(stream, rules).RunAsync(stop.Token);
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            log.LogDebug("A connection out of a sandbox broke: {Reason}", broken.Message);
        }
    }

    private sealed record Listening(string Path, Socket Socket);
}
