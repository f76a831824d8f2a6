namespace Monolith.Plugins.Http.Calls;

/// <summary>What gates may look at. Latencies are left out where no call was answered.</summary>
internal static class CallMetrics
{
    public static Dictionary<string, double> Of(int passed, int failed, IEnumerable<CallResult> results)
    {
        var metrics = new Dictionary<string, double> { ["checks.passed"] = passed, ["checks.failed"] = failed };
        var replies = results.Select(result => result.Reply).OfType<CallReply>();
        var latencies = replies.Select(reply => reply.LatencyMs).Order().ToList();
        if (latencies.Count > 0)
        {
            metrics["latency_ms.p50"] = Percentile(latencies, 0.50);
            metrics["p95_latency_ms"] = Percentile(latencies, 0.95);
        }

        return metrics;
    }

    // The nearest rank: the least value that this share of all does not exceed.
    private static double Percentile(List<double> sorted, double share) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)];
}
