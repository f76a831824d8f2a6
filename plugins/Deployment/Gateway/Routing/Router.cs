namespace Monolith.Plugins.Deployment.Gateway.Routing;

/// <summary>Says where each request goes. A new order takes effect between two requests, never within one.</summary>
/// <param name="save">Keeps an order for the next start.</param>
internal sealed class Router(Action<RouteOrder> save)
{
    private readonly Lock changing = new();
    private RouteTable table = RouteTable.Empty;
    private RouteOrder order = new(HealthPath: null, [], Guard: null, OverrideTrip: false);
    private Guard? guard;
    private long numbers;

    public RouteTable Table => Volatile.Read(ref table);

    public string? HealthPath => Volatile.Read(ref order).HealthPath;

    /// <summary>The group whose guard took the traffic back since the last order; null when none did.</summary>
    public string? Tripped { get; private set; }

    /// <returns>False when a guard took the traffic back before the order came, and the order does not say to go on all the same.</returns>
    public bool Take(RouteOrder wanted)
    {
        lock (changing)
        {
            if (Tripped is not null && !wanted.OverrideTrip)
            {
                return false;
            }

            Put(wanted);
            Tripped = null;
            guard = wanted.Guard is { } watch ? new Guard(watch, Table) : null;
            return true;
        }
    }

    /// <summary>The destination counts the request as in flight; whoever asked says when it left.</summary>
    public Destination? Enter(Destination? except)
    {
        var number = Interlocked.Increment(ref numbers);
        while (Table.Pick(number, except) is { } destination)
        {
            destination.Enter();
            // Whoever waits for a destination to be empty has closed it before: either it is seen closed here, or the request is seen there.
            if (Table.IsOpen(destination))
            {
                return destination;
            }

            destination.Leave();
        }

        return null;
    }

    public void Counted(Destination destination)
    {
        if (Volatile.Read(ref guard)?.Order.Group != destination.Group)
        {
            return;
        }

        lock (changing)
        {
            if (guard is { } watch && watch.Order.Group == destination.Group && watch.IsExceeded(Table))
            {
                var back = order.Routes.Select(route => route with { Weight = watch.Order.Fallback.GetValueOrDefault(route.Id) });
                Tripped = watch.Order.Group;
                guard = null;
                Put(order with { Routes = [.. back], Guard = null });
            }
        }
    }

    private void Put(RouteOrder wanted)
    {
        var known = Table.Routes.ToDictionary(route => route.To.Id, route => route.To);
        Volatile.Write(ref order, wanted);
        Volatile.Write(ref table, new RouteTable([.. wanted.Routes.Select(route => (Find(known, route), route.Weight))]));
        Interlocked.MemoryBarrier();
        // Last: a full disk must not keep a guard from closing a bad version.
        save(wanted);
    }

    private static Destination Find(Dictionary<string, Destination> known, Route route) =>
        known.TryGetValue(route.Id, out var there) && there.Address == route.Address
            ? there
            : new Destination(route.Id, route.Group, route.Address);
}
