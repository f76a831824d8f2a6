namespace Monolith.Operations.Metrics.Summary;

/// <summary>Percentiles of a histogram, as Prometheus' <c>histogram_quantile</c> reckons them.</summary>
internal static class Percentiles
{
    /// <summary>
    /// The bucket that the rank falls into is taken as evenly filled. Above the last bound nothing is known, so that bound is
    /// the answer there.
    /// </summary>
    /// <param name="share">0.95 for p95.</param>
    /// <param name="buckets">Upper bounds, rising, each with how many values lie at or below it; the last is infinite.</param>
    /// <returns>Null when there are no values.</returns>
    public static double? Of(double share, IReadOnlyList<(double UpTo, double Count)> buckets)
    {
        if (buckets.Count == 0 || buckets[^1].Count == 0)
            return null;

        var rank = share * buckets[^1].Count;
        var index = 0;
        while (buckets[index].Count < rank)
            index++;
        var (from, below) = index == 0 ? (0, 0) : buckets[index - 1];
        var (to, upTo) = buckets[index];
        if (double.IsPositiveInfinity(to))
            return from;
        return upTo == below ? to : from + ((to - from) * (rank - below) / (upTo - below));
    }
}
