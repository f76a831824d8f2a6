using Monolith.Operations.Scaling.Forecasting;

namespace Monolith.Operations.Scaling;

/// <summary>How many hosts the arrivals to come want, by a forecast and how things stand.</summary>
internal sealed class HostPlan(ScalingOptions options, ArrivalSeries series, ArrivalForecast forecast)
{
    /// <summary>Runs a second at the end of a host's start-up.</summary>
    public double Arrivals(DateTimeOffset now) => forecast.Runs(series.Ahead(now + options.StartUp)) / options.Bucket.TotalSeconds;

    /// <summary>
    /// With m = RunsPerHost / work, what a host does in a second: the smallest n for which n m is at least the busiest bucket
    /// expected from now - ScaleInAfter to now + StartUp, with its margin, and what will wait then, done within TargetAge.
    /// The look back is the hysteresis; it is made of forecasts and not of memory, so hosts agree on it.
    /// </summary>
    public int Wanted(DateTimeOffset now, HostLoad load)
    {
        var busiest = 0.0;
        for (var ahead = series.Ahead(now - options.ScaleInAfter); ahead <= series.Ahead(now + options.StartUp); ahead++)
            busiest = Math.Max(busiest, forecast.Runs(ahead, options.Margin));
        var rate = (busiest / options.Bucket.TotalSeconds) + (QueueThen(now, load) / options.TargetAge.TotalSeconds);
        return (int)Math.Clamp(Math.Ceiling(rate / Rate(load)), options.MinHosts, options.MaxHosts);
    }

    /// <summary>How long the queue at the end of a host's start-up will take the hosts there are.</summary>
    public TimeSpan QueueAge(DateTimeOffset now, HostLoad load) =>
        TimeSpan.FromSeconds(QueueThen(now, load) / (Math.Max(1, load.Hosts) * Rate(load)));

    private double QueueThen(DateTimeOffset now, HostLoad load) =>
        Math.Max(0, load.Queued + ((Arrivals(now) - (load.Hosts * Rate(load))) * options.StartUp.TotalSeconds));

    private double Rate(HostLoad load) => options.RunsPerHost / Math.Max(0.001, load.Work.TotalSeconds);
}

/// <summary>How things stand.</summary>
/// <param name="Queued">Runs that no host has begun.</param>
/// <param name="Hosts">Hosts that take runs.</param>
/// <param name="Work">What a run takes of a place on a host.</param>
internal sealed record HostLoad(long Queued, int Hosts, TimeSpan Work);
