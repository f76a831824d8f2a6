using System.Globalization;

namespace Monolith.Operations.Metrics.Summary;

/// <summary>Puts the summary together from what is exposed.</summary>
internal static class SummaryBuilder
{
    private const string BucketBound = "le";

    public static MetricsSummaryResponse Build(IEnumerable<MetricFamily> families, SummaryFilter filter, DateTimeOffset now)
    {
        var metrics = families.Where(family => filter.Takes(family.Name))
            .Select(family => (family.Name, Summary: Summary(family, filter)))
            .Where(metric => metric.Summary.Values.Count > 0)
            .OrderBy(metric => metric.Name, StringComparer.Ordinal);
        return new MetricsSummaryResponse(now, metrics.ToDictionary(metric => metric.Name, metric => metric.Summary));
    }

    private static MetricSummary Summary(MetricFamily family, SummaryFilter filter) => new(
        family.Type,
        family.Help,
        [.. from point in family.Points
            let labels = point.Labels.Where(label => label.Key != BucketBound).ToDictionary()
            where filter.Takes(labels)
            group (point, labels) by string.Join('\n', labels.Select(label => $"{label.Key}\r{label.Value}")) into series
            select Value(family, series.First().labels, [.. series.Select(one => one.point)])]);

    private static MetricValue Value(MetricFamily family, Dictionary<string, string> labels, List<MetricPoint> points)
    {
        if (family.Type != "histogram")
            return new MetricValue(labels, Value: Finite(points[0].Value));

        var buckets = points.Where(point => point.Name.EndsWith("_bucket", StringComparison.Ordinal)).ToList();
        var (count, sum) = (Of("_count"), Of("_sum"));
        return new MetricValue(
            labels,
            Count: count,
            Sum: sum,
            Average: count > 0 ? sum / count : null,
            Buckets: [.. buckets.Select(bucket => new MetricBucket(Bound(bucket), bucket.Value))],
            Percentiles: Reckon([.. buckets.Select(bucket => (Number(Bound(bucket)), bucket.Value))]));

        double Of(string suffix) => points.First(point => point.Name.EndsWith(suffix, StringComparison.Ordinal)).Value;
    }

    private static MetricPercentiles? Reckon(List<(double UpTo, double Count)> buckets) =>
        Percentiles.Of(0.5, buckets) is { } half
            ? new MetricPercentiles(half, Percentiles.Of(0.95, buckets)!.Value, Percentiles.Of(0.99, buckets)!.Value)
            : null;

    private static string Bound(MetricPoint bucket) => bucket.Labels.First(label => label.Key == BucketBound).Value;

    private static double Number(string bound) => bound == "+Inf" ? double.PositiveInfinity : double.Parse(bound, CultureInfo.InvariantCulture);

    /// <summary>JSON knows no other numbers.</summary>
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
