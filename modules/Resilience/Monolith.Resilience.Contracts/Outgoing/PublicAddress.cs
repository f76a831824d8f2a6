using System.Net;
using System.Net.Sockets;

namespace Monolith.Resilience.Contracts.Outgoing;

/// <summary>Tells addresses of the public network from those that only this machine or its own network can reach.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Own =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Where clouds answer any program of a machine with its credentials.</summary>
    private static readonly IPNetwork[] OfClouds =
        [.. new[] { "169.254.0.0/16", "100.100.100.200/32", "192.0.0.192/32", "fe80::/10", "fd00:ec2::254/128" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunnelled = IPNetwork.Parse("2002::/16");

    /// <returns>Whether it is of the public network: not private, link-local (where clouds keep their metadata), loopback, multicast or reserved.</returns>
    /// <param name="address">Of either family.</param>
    public static bool Is(IPAddress address) => !IsWithin(Own, address);

    /// <returns>Whether it is link-local, or another where clouds keep a machine's credentials: nothing that is called has a reason to be there.</returns>
    /// <param name="address">Of either family.</param>
    public static bool IsMetadata(IPAddress address) => IsWithin(OfClouds, address);

    private static bool IsWithin(IPNetwork[] networks, IPAddress address)
    {
        var plain = Plain(address);
        return networks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    /// <summary>An IPv4 address may come inside one of IPv6.</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Translated.Contains(address) ? new IPAddress(bytes[12..])
            : Tunnelled.Contains(address) ? new IPAddress(bytes[2..6])
            : address;
    }
}
