using System.Text.Json.Nodes;

namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>What a gateway says of itself.</summary>
/// <param name="Tripped">The group from which its guard has taken the traffic; null when none.</param>
internal sealed record GatewayStatus(string Address, int Port, string? Tripped, IReadOnlyList<int> BoundsMs, IReadOnlyList<DestinationStatus> Destinations)
{
    public static GatewayStatus Parse(string text)
    {
        var json = JsonNode.Parse(text)!;
        return new GatewayStatus(
            (string)json["address"]!, (int)json["port"]!, (string?)json["tripped"],
            [.. json["bucketsMs"]!.AsArray().Select(bound => (int)bound!)],
            [.. json["destinations"]!.AsArray().Select(node => DestinationStatus.Read(node!))]);
    }

    public Traffic TrafficOf(string group) => Destinations.Where(destination => destination.Group == group)
        .Aggregate(Traffic.None(BoundsMs), (sum, destination) => sum.Plus(destination.Traffic(BoundsMs)));
}

internal sealed record DestinationStatus(
    string Id, string Group, double Weight, bool Healthy, int InFlight, long Requests, long Errors, IReadOnlyList<long> Buckets)
{
    public static DestinationStatus Read(JsonNode json) => new(
        (string)json["id"]!, (string)json["group"]!, (double)json["weight"]!, (bool)json["healthy"]!, (int)json["inFlight"]!,
        (long)json["requests"]!, (long)json["errors"]!, [.. json["buckets"]!.AsArray().Select(count => (long)count!)]);

    public Traffic Traffic(IReadOnlyList<int> boundsMs) => new(Requests, Errors, Buckets, boundsMs);
}
