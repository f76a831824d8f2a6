using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Scaling.Forecasting;

/// <summary>The buckets that history is read in. They begin at whole multiples since year 1, so that all hosts have the same.</summary>
internal sealed record ArrivalSeries(DateTimeOffset From, DateTimeOffset To, TimeSpan Bucket)
{
    /// <summary>Up to the last bucket that is over.</summary>
    public static ArrivalSeries Until(DateTimeOffset now, TimeSpan bucket, TimeSpan history)
    {
        var to = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % bucket.Ticks), TimeSpan.Zero);
        return new ArrivalSeries(to - (history / bucket >= 1 ? bucket * Math.Floor(history / bucket) : bucket), to, bucket);
    }

    /// <returns>From the first bucket in which a run came: before it nothing is known. After it, none came where none is told of.</returns>
    public double[] Counts(RunArrivals arrivals)
    {
        if (arrivals.ByBucket.Count == 0)
            return [];
        var first = arrivals.ByBucket.Keys.Min();
        return [.. Enumerable.Range(first, (int)((To - From) / Bucket) - first).Select(bucket => (double)arrivals.ByBucket.GetValueOrDefault(bucket))];
    }

    /// <returns>Which bucket of the forecast a moment lies in: 1 for the first after the series.</returns>
    public int Ahead(DateTimeOffset moment) => (int)Math.Floor((moment - To) / Bucket) + 1;
}
