namespace Monolith.Operations.Metrics.Summary;

/// <summary>One metric with all its series.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">counter, gauge or histogram.</param>
/// <param name="Help">For people.</param>
/// <param name="Points">As exposed: a histogram has one a bucket, one for the sum and one for the count.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, IReadOnlyList<MetricPoint> Points);

/// <summary>One line of the exposition.</summary>
/// <param name="Name">The metric's name, with <c>_bucket</c>, <c>_sum</c> or <c>_count</c> for a histogram.</param>
/// <param name="Labels">In the order of the exposition.</param>
/// <param name="Value">The value.</param>
internal sealed record MetricPoint(string Name, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value);
