using System.Globalization;

namespace Monolith.Benchmarks.Figures;

/// <summary>The same figure taken several times.</summary>
internal sealed class Series
{
    private readonly List<double> values = [];

    public double Median => Percentile(0.5);

    public void Add(double value) => values.Add(value);

    /// <returns>The value that so large a share lies at or below; the middle of two for the median of an even count.</returns>
    public double Percentile(double share)
    {
        var sorted = values.Order().ToList();
        return share == 0.5 && sorted.Count % 2 == 0
            ? (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2
            : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];
    }

    /// <returns>The median and, in brackets, the least and the most.</returns>
    public string Text() =>
        values.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Round(Median)} ({Round(values.Min())}–{Round(values.Max())})");

    /// <summary>The ratio of two medians of the same run.</summary>
    public string Over(Series other) => string.Create(CultureInfo.InvariantCulture, $"{Median / other.Median:0.00}");

    private static string Round(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
