namespace Monolith.Operations.Scaling.Forecasting;

/// <summary>
/// What the buckets up to now foretell. It is made anew from the whole series, so hosts that read the same history say the same, and a
/// restart changes nothing.
/// </summary>
internal sealed class ArrivalForecast
{
    /// <summary>The weight of the newest error: an hour or so of five-minute buckets counts.</summary>
    private const double Weight = 0.05;

    private readonly HoltWinters model;
    private readonly double[] foretold;
    private double missed;
    private double came;
    private double dispersion = 1;

    /// <param name="counts">Runs that came in each bucket, oldest first; the last is the newest that is over.</param>
    /// <param name="season">Buckets in a season.</param>
    public ArrivalForecast(IReadOnlyList<double> counts, int season)
    {
        model = new HoltWinters(season);
        foretold = new double[counts.Count];
        for (var i = 0; i < counts.Count; i++)
        {
            foretold[i] = model.Forecast(1);
            if (i > 0)
                Learn(counts[i], foretold[i]);
            model.Add(counts[i]);
        }
    }

    /// <summary>
    /// By how much the last forecasts, each one bucket ahead, were wrong: the smoothed distance by the smoothed value, so that quiet
    /// buckets do not weigh more than busy ones. 1, as good as no forecast, while there was none.
    /// </summary>
    public double ErrorRatio => came > 0 ? missed / came : 1;

    /// <param name="ahead">1 is the bucket under way; 0 and below are those before it, as they were foretold.</param>
    /// <param name="margin">Standard deviations above the mean.</param>
    public double Runs(int ahead, double margin = 0)
    {
        var mean = ahead > 0 ? model.Forecast(ahead) : At(foretold.Length - 1 + ahead);
        return mean + (margin * Math.Sqrt(dispersion * mean));
    }

    /// <summary>The variance is taken as a multiple of the mean, as of arrivals in groups: a night's margin is not a day's.</summary>
    private void Learn(double actual, double expected)
    {
        var error = actual - expected;
        missed += Weight * (Math.Abs(error) - missed);
        came += Weight * (actual - came);
        dispersion += Weight * ((error * error / Math.Max(1, expected)) - dispersion);
    }

    private double At(int index) => index >= 0 ? foretold[index] : 0;
}
