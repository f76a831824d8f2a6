using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;
using Monolith.Resilience.Contracts.Outgoing;

namespace Monolith.Agents.Network;

/// <summary>Where calls of agents may go: a definition could lead them to doors that only this host can reach.</summary>
internal sealed class AgentNetwork(bool allowsPrivate, IReadOnlyList<string> allowedNetworks)
{
    public const string Section = "Agents";

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly IReadOnlyList<AllowedNetwork> allowed = [.. allowedNetworks.Select(AllowedNetwork.Parse)];

    public AgentNetwork(IOptions<AgentsOptions> options, IHostEnvironment environment)
        : this(options.Value.AllowPrivateNetworks ?? (environment.IsDevelopment() || environment.IsEnvironment("Local")), options.Value.AllowedNetworks)
    {
    }

    public bool AllowsPrivate => allowsPrivate;

    public IReadOnlyList<string> AllowedNetworks => allowedNetworks;

    public SocketsHttpHandler CreateHandler(int? ownPort)
    {
        var proxy = new OutsideProxy();
        var handler = GuardedHandler.Create(
            (to, address) => Allows(to, address) || (to.Port == ownPort && IPAddress.IsLoopback(address)) || proxy.IsAt(to),
            Refused,
            ConnectionLifetime);
        (handler.UseProxy, handler.Proxy) = (true, proxy);
        return handler;
    }

    private bool Allows(DnsEndPoint to, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PublicAddress.Is(plain)
            || allowed.Any(one => one.Contains(plain))
            || (!PublicAddress.IsMetadata(plain) && (allowsPrivate || allowed.Any(one => one.IsNamed(to.Host))));
    }

    private static AddressRefusedException Refused(string host) => new(
        $"{host} is an address of this machine or its own network, where definitions may not lead this host. "
        + $"To allow it, add it to {Section}:AllowedNetworks, or set {Section}:AllowPrivateNetworks to true for all but those where clouds keep credentials.");
}
