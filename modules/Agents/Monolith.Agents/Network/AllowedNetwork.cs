using System.Net;

namespace Monolith.Agents.Network;

/// <summary>An entry of <c>Agents:AllowedNetworks</c>: a network, or the name of a host.</summary>
internal sealed record AllowedNetwork(IPNetwork? Network, string Name)
{
    public static AllowedNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? new AllowedNetwork(network, "")
        : IPAddress.TryParse(text, out var address) ? new AllowedNetwork(new IPNetwork(address, address.GetAddressBytes().Length * 8), "")
        : new AllowedNetwork(Network: null, text.TrimEnd('.'));

    public static string? Fault(string text) =>
        IPNetwork.TryParse(text, out _) || Uri.CheckHostName(text) is not UriHostNameType.Unknown
            ? null
            : $"'{text}' must be a network such as 10.1.0.0/16, an address, or the name of a host, without scheme and port.";

    public bool Contains(IPAddress address) => Network is { } network && network.Contains(address);

    public bool IsNamed(string host) => Network is null && string.Equals(Name, host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
