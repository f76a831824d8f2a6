using System.Collections.Concurrent;
using System.Net;

namespace Monolith.Agents.Network;

/// <summary>
/// The machine's proxy, but only for names: what they stand for is the proxy's to look up and to refuse. Addresses, and this machine, are connected
/// to directly, where the guard looks at them.
/// </summary>
internal sealed class OutsideProxy : IWebProxy
{
    private readonly ConcurrentDictionary<(string Host, int Port), bool> used = new();

    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination)
    {
        var proxy = IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);
        if (proxy is not null)
            used[(proxy.IdnHost, proxy.Port)] = true;
        return proxy;
    }

    public bool IsBypassed(Uri host) =>
        host.IsLoopback || host.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || HttpClient.DefaultProxy.IsBypassed(host);

    /// <summary>Whether a connection is one to the proxy, which the machine's settings name.</summary>
    public bool IsAt(DnsEndPoint to) => used.ContainsKey((to.Host, to.Port));
}
