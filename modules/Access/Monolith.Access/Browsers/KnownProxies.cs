using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Settings;

namespace Monolith.Access.Browsers;

/// <summary>What configured proxies say of the request before them: the caller's address, and whether it came by https. What others say of it is not heard.</summary>
internal static class KnownProxies
{
    public static void AddKnownProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // From proxy to proxy, to the first address that is none of them.
            forwarded.ForwardLimit = null;
            // Loopback is believed by default: any program of this machine could then be anybody.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in access.Value.Proxies)
                forwarded.KnownIPNetworks.Add(NetworkOf(proxy)!.Value);
        });

    public static string? FaultOf(string proxy) => NetworkOf(proxy) is null ? "Give the address of a proxy, or the network of several: 10.0.0.7, 10.0.0.0/24." : null;

    private static System.Net.IPNetwork? NetworkOf(string text) =>
        IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(text, out var network) ? network
        : null;
}
