using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway.Admin;

/// <summary>What <c>GET /status</c> answers on the socket.</summary>
internal sealed record GatewayStatus(
    int Pid, string Address, int Port, string? Tripped, IReadOnlyList<int> BucketsMs, IReadOnlyList<DestinationStatus> Destinations)
{
    public static GatewayStatus Of(Router router, System.Net.IPEndPoint endpoint) => new(
        Environment.ProcessId, endpoint.Address.ToString(), endpoint.Port, router.Tripped, Latency.BucketsMs,
        [.. router.Table.Routes.Select(route => DestinationStatus.Of(route.To, route.Weight))]);
}

/// <param name="Buckets">How many requests took as long, one more than there are bounds.</param>
internal sealed record DestinationStatus(
    string Id, string Group, string Address, double Weight, bool Healthy, int InFlight, long Requests, long Errors, IReadOnlyList<long> Buckets)
{
    public static DestinationStatus Of(Destination destination, double weight) => new(
        destination.Id, destination.Group, destination.Address, weight, destination.IsHealthy, destination.InFlight,
        destination.Requests, destination.Errors, destination.Buckets);
}
