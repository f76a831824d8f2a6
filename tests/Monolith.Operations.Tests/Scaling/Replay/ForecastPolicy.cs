using Monolith.Operations.Scaling;
using Monolith.Operations.Scaling.Forecasting;
using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>The product's own classes on the history up to the second; the day's metrics are 15 s old, as scraped.</summary>
internal sealed class ForecastPolicy(double[][] history, ScalingOptions options) : IPolicy
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    private readonly long[] upTo = Sums(history);
    private (ArrivalSeries Series, ArrivalForecast Forecast)? known;

    /// <summary>Of the forecasts up to now.</summary>
    public double ErrorRatio => known?.Forecast.ErrorRatio ?? 1;

    public int Wanted(int second, int queued, int ordered, int ready)
    {
        var now = Midnight + TimeSpan.FromSeconds(second);
        var series = ArrivalSeries.Until(now, options.Bucket, options.History);
        if (known?.Series != series)
            known = (series, new ArrivalForecast(series.Counts(Read(series)), (int)(options.Season / options.Bucket)));
        return new HostPlan(options, series, known.Value.Forecast)
            .Wanted(now, new HostLoad(queued, ready, TimeSpan.FromSeconds(DayLoad.MeanWork)));
    }

    /// <summary>The last of the seconds of the history is the end of the day that is replayed.</summary>
    private RunArrivals Read(ArrivalSeries series)
    {
        var from = history.Length - DayLoad.Day + (int)(series.From - Midnight).TotalSeconds;
        var seconds = (int)series.Bucket.TotalSeconds;
        return new RunArrivals(Enumerable.Range(0, (int)((series.To - series.From) / series.Bucket))
            .Select(bucket => (bucket, Runs: upTo[from + ((bucket + 1) * seconds)] - upTo[from + (bucket * seconds)]))
            .Where(one => one.Runs > 0)
            .ToDictionary(one => one.bucket, one => one.Runs));
    }

    private static long[] Sums(double[][] history)
    {
        var sums = new long[history.Length + 1];
        for (var second = 0; second < history.Length; second++)
            sums[second + 1] = sums[second] + history[second].Length;
        return sums;
    }
}
