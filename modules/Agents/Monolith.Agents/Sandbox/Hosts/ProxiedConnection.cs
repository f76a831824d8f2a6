using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Monolith.Agents.Bridge;

namespace Monolith.Agents.Sandbox.Hosts;

/// <summary>One connection out of a sandbox: <c>CONNECT host:port</c>, or a request with the whole address in its first line.</summary>
internal sealed class ProxiedConnection(NetworkStream client, IReadOnlyList<HostRule> rules)
{
    private const int LongestHead = 16 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await HeadAsync(cancellationToken) is not { } head)
        {
            await RefuseAsync(HttpStatusCode.BadRequest, "This is no request to a proxy.", cancellationToken);
            return;
        }

        var (host, port, first) = head;
        if (rules.FirstOrDefault(rule => rule.Allows(host, port)) is not { } rule)
        {
            await RefuseAsync(HttpStatusCode.Forbidden, $"The agent's manifest does not name {host}:{port}.", cancellationToken);
            return;
        }

        using var server = new TcpClient();
        if (await ConnectAsync(server, rule, host, port, cancellationToken) is { } fault)
        {
            await RefuseAsync(HttpStatusCode.BadGateway, fault, cancellationToken);
            return;
        }

        await using var upstream = server.GetStream();
        if (first is null)
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken);
        else
            await upstream.WriteAsync(first, cancellationToken);
        await Bridging.RelayAsync(client, upstream, cancellationToken);
    }

    private async Task<(string Host, int Port, byte[]? First)?> HeadAsync(CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < LongestHead && !EndsTheHead(head))
        {
            if (await client.ReadAsync(one, late.Token) == 0)
                return null;
            head.Add(one[0]);
        }

        return Parse(Encoding.Latin1.GetString([.. head]));
    }

    private static bool EndsTheHead(List<byte> head) => head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];

    private static (string Host, int Port, byte[]? First)? Parse(string head)
    {
        var end = head.IndexOf("\r\n", StringComparison.Ordinal);
        if (end < 0 || head[..end].Split(' ') is not [var method, var target, var version])
            return null;
        if (method == "CONNECT")
        {
            var colon = target.LastIndexOf(':');
            return colon > 0 && int.TryParse(target.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? (target[..colon], port, null)
                : null;
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
            ? (url.IdnHost, url.Port, Encoding.Latin1.GetBytes($"{method} {url.PathAndQuery} {version}{head[end..]}"))
            : null;
    }

    /// <returns>Why there is no connection; null when there is.</returns>
    private static async Task<string?> ConnectAsync(TcpClient server, HostRule rule, string host, int port, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), late.Token);
            // A name may lead to this machine, or to where clouds hand out keys, though nobody meant it to.
            var meant = rule.IsAddress ? addresses : [.. addresses.Where(address => !IsThisMachine(address))];
            if (meant.Length == 0)
                return $"{host} leads to this machine or its link, which a manifest must name by address.";
            await server.ConnectAsync(meant, port, late.Token);
            return null;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return $"{host}:{port} cannot be reached: {fault.Message}";
        }
    }

    private static bool IsThisMachine(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any) || plain.IsIPv6LinkLocal
            || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }

    private async Task RefuseAsync(HttpStatusCode status, string reason, CancellationToken cancellationToken) => await client.WriteAsync(
        Encoding.UTF8.GetBytes($"HTTP/1.1 {(int)status} {status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(reason)}\r\n\r\n{reason}"),
        cancellationToken);
}
