namespace Monolith.Operations.Metrics;

/// <summary>The upper bounds of the histograms; each has one more for what lies above.</summary>
internal static class MetricBuckets
{
    /// <summary>Of requests.</summary>
    public static double[] Milliseconds => [1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

    /// <summary>Of stages and runs: from a no-op to what takes hours.</summary>
    public static double[] Seconds => [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400];

    /// <summary>Of bodies.</summary>
    public static double[] Bytes => [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
}
