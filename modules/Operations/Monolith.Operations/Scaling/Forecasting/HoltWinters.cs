namespace Monolith.Operations.Scaling.Forecasting;

/// <summary>
/// Additive triple exponential smoothing (Holt-Winters) with a damped trend. With y the value, m the season's length:
/// <code>
/// level  l = a (y - s[t-m]) + (1 - a) (l' + d b')
/// trend  b = c (l - l') + (1 - c) d b'
/// season s[t] = g (y - l) + (1 - g) s[t-m]
/// forecast h ahead = l + (d + d² + … + d^h) b + s[t+h-m], at least 0
/// </code>
/// Before a whole season is known, s is 0: double smoothing. The first season then gives the level, its mean, and each s, the distance
/// from it. Damped, because the slope of a morning says nothing of the evening.
/// </summary>
internal sealed class HoltWinters(int season)
{
    private const double A = 0.2, C = 0.02, G = 0.3, D = 0.9;

    private readonly double[] seasonal = new double[season];
    private readonly double[] first = new double[season];
    private double level;
    private double trend;

    /// <summary>How many values it has seen.</summary>
    public int Count { get; private set; }

    public bool IsSeasonal => Count >= season;

    public void Add(double value)
    {
        var place = Count % season;
        var before = level;
        level = Count == 0 ? value : (A * (value - seasonal[place])) + ((1 - A) * (level + (D * trend)));
        trend = Count == 0 ? 0 : (C * (level - before)) + ((1 - C) * D * trend);
        if (IsSeasonal)
            seasonal[place] = (G * (value - level)) + ((1 - G) * seasonal[place]);
        else
            first[place] = value;
        Count++;
        if (Count == season)
            Begin();
    }

    /// <param name="ahead">1 for the next value.</param>
    public double Forecast(int ahead)
    {
        var damped = D * (1 - Math.Pow(D, ahead)) / (1 - D);
        return Math.Max(0, level + (damped * trend) + seasonal[(Count + ahead - 1) % season]);
    }

    private void Begin()
    {
        level = first.Average();
        trend = 0;
        for (var place = 0; place < season; place++)
            seasonal[place] = first[place] - level;
    }
}
