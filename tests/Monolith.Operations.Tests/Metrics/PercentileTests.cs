using System.Text;
using Monolith.Operations.Metrics;
using Monolith.Operations.Metrics.Summary;

namespace Monolith.Operations.Tests.Metrics;

public sealed class PercentileTests
{
    private const int Samples = 10_000;

    public static TheoryData<string> Distributions => ["uniform", "exponential", "lognormal", "bimodal", "constant"];

    [Theory]
    [MemberData(nameof(Distributions))]
    public async Task Summary_KnownDistribution_IsWithinOneBucketsInterpolation(string distribution)
    {
        var random = new Random(4);
        var samples = Enumerable.Range(0, Samples).Select(_ => Draw(distribution, random)).ToArray();

        var summary = await SummaryAsync(samples);

        Array.Sort(samples);
        Assert.Equal(Samples, summary.Count);
        Assert.Equal(samples.Average(), summary.Average!.Value, 6);
        AssertNear(Exact(samples, 0.50), summary.Percentiles!.P50);
        AssertNear(Exact(samples, 0.95), summary.Percentiles.P95);
        AssertNear(Exact(samples, 0.99), summary.Percentiles.P99);
    }

    [Fact]
    public async Task Summary_EvenlyFilledBuckets_IsExact()
    {
        var summary = await SummaryAsync([.. Enumerable.Range(1, Samples).Select(rank => (double)rank)]);

        Assert.Equal((5_000, 9_500, 9_900), (summary.Percentiles!.P50, summary.Percentiles.P95, summary.Percentiles.P99));
    }

    [Fact]
    public async Task Summary_AboveTheLastBound_IsThatBound()
    {
        var summary = await SummaryAsync([20_000, 30_000]);

        Assert.Equal(10_000, summary.Percentiles!.P50);
    }

    [Fact]
    public async Task Summary_Buckets_AreCumulativeAndTheContracts()
    {
        var summary = await SummaryAsync([0.5, 1, 7, 99_999]);

        Assert.Equal(
            ["1", "5", "10", "25", "50", "100", "250", "500", "1000", "2500", "5000", "10000", "+Inf"],
            summary.Buckets!.Select(bucket => bucket.Le));
        Assert.Equal([2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4], summary.Buckets!.Select(bucket => bucket.Count));
    }

    [Fact]
    public void Of_NoValues_IsNone() => Assert.Null(Percentiles.Of(0.5, [(1, 0), (double.PositiveInfinity, 0)]));

    private static double Draw(string distribution, Random random) => distribution switch
    {
        "uniform" => random.NextDouble() * 1_000,
        "exponential" => -80 * Math.Log(1 - random.NextDouble()),
        "lognormal" => Math.Exp(4 + (0.9 * Normal(random))),
        "bimodal" => random.NextDouble() < 0.9 ? 3 + random.NextDouble() : 900 + (100 * random.NextDouble()),
        _ => 42,
    };

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Exact(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    /// <summary>In the same bucket as the exact value, so off by less than the bucket is wide.</summary>
    private static void AssertNear(double exact, double reckoned)
    {
        var to = MetricBuckets.Milliseconds.First(bound => exact <= bound);
        var from = MetricBuckets.Milliseconds.LastOrDefault(bound => bound < to);
        Assert.InRange(reckoned, from, to);
    }

    /// <summary>All the way: the library's histogram, the text it gives, and what the summary makes of it.</summary>
    private static async Task<MetricValue> SummaryAsync(double[] samples)
    {
        var metrics = new HostMetrics();
        var histogram = metrics.Histogram("duration_ms", "A duration.", MetricBuckets.Milliseconds, "path").WithLabels("/a \"b\"\\{c}\n");
        foreach (var sample in samples)
            histogram.Observe(sample);
        using var text = new MemoryStream();
        await metrics.Registry.CollectAndExportAsTextAsync(text);
        var families = ExpositionReader.Read(Encoding.UTF8.GetString(text.ToArray()));
        var filter = SummaryFilter.Parse(["duration_ms"], ["path=/a \"b\"\\{c}\n"]).Value;
        return SummaryBuilder.Build(families, filter, DateTimeOffset.UnixEpoch).Metrics["duration_ms"].Values.Single();
    }
}
