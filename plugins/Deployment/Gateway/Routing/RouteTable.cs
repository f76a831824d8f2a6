namespace Monolith.Plugins.Deployment.Gateway.Routing;

/// <summary>Destinations with their weights at one moment. Never changed, only replaced.</summary>
internal sealed class RouteTable(IReadOnlyList<(Destination To, double Weight)> routes)
{
    private const double GoldenRatio = 0.6180339887498949;

    public static RouteTable Empty { get; } = new([]);

    public IReadOnlyList<(Destination To, double Weight)> Routes => routes;

    /// <param name="number">Of the request. Successive numbers spread over the weights more evenly than chance would.</param>
    /// <param name="except">Tried already.</param>
    public Destination? Pick(long number, Destination? except)
    {
        var open = routes.Where(route => route.Weight > 0 && route.To != except).ToList();
        var healthy = open.Where(route => route.To.IsHealthy).ToList();
        var candidates = healthy.Count > 0 ? healthy : open;
        var point = number * GoldenRatio % 1 * candidates.Sum(route => route.Weight);
        foreach (var (to, weight) in candidates)
        {
            point -= weight;
            if (point < 0)
            {
                return to;
            }
        }

        return candidates.Count > 0 ? candidates[^1].To : null;
    }

    public bool IsOpen(Destination to) => routes.Any(route => route.To == to && route.Weight > 0);
}
