namespace Monolith.Operations.Metrics.Summary;

/// <summary>The metrics of this host.</summary>
/// <param name="Timestamp">When they were read, UTC.</param>
/// <param name="Metrics">By name.</param>
internal sealed record MetricsSummaryResponse(DateTimeOffset Timestamp, IReadOnlyDictionary<string, MetricSummary> Metrics);

/// <summary>One metric.</summary>
/// <param name="Type">counter, gauge or histogram.</param>
/// <param name="Help">What it tells.</param>
/// <param name="Values">One for each set of labels.</param>
internal sealed record MetricSummary(string Type, string Help, IReadOnlyList<MetricValue> Values);

/// <summary>One series: a value, or what a histogram holds.</summary>
/// <param name="Labels">Empty when the metric has none.</param>
/// <param name="Value">Of a counter or gauge.</param>
/// <param name="Count">Of a histogram: how many values.</param>
/// <param name="Sum">Of a histogram: of all values.</param>
/// <param name="Average">Of a histogram; absent without values.</param>
/// <param name="Buckets">Of a histogram.</param>
/// <param name="Percentiles">Of a histogram, reckoned from its buckets; absent without values.</param>
internal sealed record MetricValue(
    IReadOnlyDictionary<string, string> Labels,
    double? Value = null,
    double? Count = null,
    double? Sum = null,
    double? Average = null,
    IReadOnlyList<MetricBucket>? Buckets = null,
    MetricPercentiles? Percentiles = null);

/// <summary>One bucket.</summary>
/// <param name="Le">The upper bound as Prometheus writes it, such as <c>250</c> or <c>+Inf</c>.</param>
/// <param name="Count">How many values lie at or below it.</param>
internal sealed record MetricBucket(string Le, double Count);

/// <summary>Percentiles, in the unit of the metric.</summary>
internal sealed record MetricPercentiles(double P50, double P95, double P99);
