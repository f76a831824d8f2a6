namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>
/// Days of runs, to the second: working hours, three waves that come daily but minutes earlier or later and larger or
/// smaller (nightly builds, the morning, after lunch), and bursts at any time that nobody can foresee.
/// </summary>
internal sealed class DayLoad
{
    public const int Day = 86_400;
    public const double MeanWork = 45;

    private readonly Random random;

    public DayLoad(int seed, int days)
    {
        random = new Random(seed);
        Arrivals = [.. Enumerable.Range(0, days).SelectMany(_ => Of(Rates()))];
    }

    /// <summary>For each second, what each run that comes in it takes, in s.</summary>
    public double[][] Arrivals { get; }

    private double[] Rates()
    {
        var size = 0.9 + (0.2 * random.NextDouble());
        var rates = new double[Day];
        for (var second = 0; second < Day; second++)
            rates[second] = size * (0.05 + (0.35 * Math.Max(0, Math.Sin(Math.PI * ((second / 3_600.0) - 7) / 12))));
        Wave(rates, 2 * 3_600, 1_200, 1.0);
        Wave(rates, 9 * 3_600, 1_200, 0.6);
        Wave(rates, 48_600, 1_200, 0.4);
        for (var burst = 0; burst < 4; burst++)
            Add(rates, random.Next(Day), random.Next(180, 480), 0.3);
        return rates;
    }

    private void Wave(double[] rates, int at, int seconds, double rate) =>
        Add(rates, at + random.Next(-60, 61), seconds, rate * (0.8 + (0.4 * random.NextDouble())));

    private static void Add(double[] rates, int from, int seconds, double rate)
    {
        for (var second = from; second < Math.Min(Day, from + seconds); second++)
            rates[second] += rate;
    }

    private IEnumerable<double[]> Of(double[] rates)
    {
        foreach (var rate in rates)
        {
            var runs = 0;
            for (var product = random.NextDouble(); product > Math.Exp(-rate); product *= random.NextDouble())
                runs++;
            yield return [.. Enumerable.Range(0, runs).Select(_ => -MeanWork * Math.Log(1 - random.NextDouble()))];
        }
    }
}
