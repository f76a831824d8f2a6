namespace Monolith.Plugins.Deployment.Gateway.Routing;

/// <summary>Watches one version from the moment it is put up.</summary>
internal sealed class Guard(GuardOrder order, RouteTable table)
{
    private readonly (long Requests, long Errors) before = Counts(order, table);

    public GuardOrder Order => order;

    public bool IsExceeded(RouteTable now)
    {
        var (requests, errors) = Counts(order, now);
        errors -= before.Errors;
        return errors >= order.MinErrors && errors > order.MaxErrorRate * (requests - before.Requests);
    }

    private static (long Requests, long Errors) Counts(GuardOrder order, RouteTable table)
    {
        var watched = table.Routes.Where(route => route.To.Group == order.Group).ToList();
        return (watched.Sum(route => route.To.Requests), watched.Sum(route => route.To.Errors));
    }
}
