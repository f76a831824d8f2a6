namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>What became of requests.</summary>
/// <param name="Buckets">How many took up to each bound, and last how many took longer.</param>
internal sealed record Traffic(long Requests, long Errors, IReadOnlyList<long> Buckets, IReadOnlyList<int> BoundsMs)
{
    private const double Share = 0.95;

    /// <summary>0 to 1; null when there was no request.</summary>
    public double? ErrorRate => Requests > 0 ? (double)Errors / Requests : null;

    /// <summary>Within its bucket it is taken to lie as evenly as the requests; null when there was no request.</summary>
    public double? P95Ms
    {
        get
        {
            var (before, lower) = (0L, 0);
            var wanted = Share * Buckets.Sum();
            for (var place = 0; place < BoundsMs.Count; place++)
            {
                if (Buckets[place] > 0 && before + Buckets[place] >= wanted)
                {
                    return lower + (BoundsMs[place] - lower) * (wanted - before) / Buckets[place];
                }

                (before, lower) = (before + Buckets[place], BoundsMs[place]);
            }

            return Buckets.Sum() > 0 ? BoundsMs[^1] : null;
        }
    }

    public static Traffic None(IReadOnlyList<int> boundsMs) => new(0, 0, new long[boundsMs.Count + 1], boundsMs);

    public Traffic Plus(Traffic other) => new(
        Requests + other.Requests, Errors + other.Errors, [.. Buckets.Zip(other.Buckets, (one, two) => one + two)], BoundsMs);

    /// <summary>Since an earlier time. A gateway that was started anew counts from nothing.</summary>
    public Traffic Since(Traffic earlier) => Requests < earlier.Requests ? this : new(
        Requests - earlier.Requests, Math.Max(0, Errors - earlier.Errors), [.. Buckets.Zip(earlier.Buckets, (now, then) => Math.Max(0, now - then))], BoundsMs);

    public Dictionary<string, double> Metrics(string prefix)
    {
        var metrics = new Dictionary<string, double> { [$"{prefix}.requests"] = Requests, [$"{prefix}.errors"] = Errors };
        if (ErrorRate is { } rate)
        {
            metrics[$"{prefix}.error_rate"] = rate * 100;
            metrics[$"{prefix}.p95_ms"] = P95Ms ?? 0;
        }

        return metrics;
    }
}
