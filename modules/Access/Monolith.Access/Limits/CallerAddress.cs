using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Limits;

/// <summary>Where a request comes from, as far as it tells callers apart.</summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;

    public static IPAddress Of(HttpContext http) => Of(http.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <summary>Whoever has one IPv6 address has the 2^64 of its network.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes);
    }
}
