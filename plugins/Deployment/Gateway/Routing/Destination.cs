namespace Monolith.Plugins.Deployment.Gateway.Routing;

/// <summary>One instance that requests may go to, and what became of those that went.</summary>
internal sealed class Destination(string id, string group, string address)
{
    private const int FailuresToUnhealthy = 2;

    private readonly long[] buckets = new long[Latency.BucketsMs.Count + 1];
    private long requests;
    private long errors;
    private int inFlight;
    private int probesFailed;

    public string Id => id;

    /// <summary>The version that it runs: a guard watches all of one group together.</summary>
    public string Group => group;

    public string Address => address;

    public long Requests => Interlocked.Read(ref requests);

    public long Errors => Interlocked.Read(ref errors);

    public int InFlight => Volatile.Read(ref inFlight);

    public bool IsHealthy => Volatile.Read(ref probesFailed) < FailuresToUnhealthy;

    public IReadOnlyList<long> Buckets => [.. buckets.Select((_, place) => Interlocked.Read(ref buckets[place]))];

    public void Enter() => Interlocked.Increment(ref inFlight);

    public void Leave() => Interlocked.Decrement(ref inFlight);

    public void Count(bool failed, TimeSpan took)
    {
        Interlocked.Increment(ref buckets[Latency.Bucket(took)]);
        Interlocked.Increment(ref requests);
        if (failed)
        {
            Interlocked.Increment(ref errors);
        }
    }

    public void Probed(bool well)
    {
        if (well)
        {
            Volatile.Write(ref probesFailed, 0);
        }
        else
        {
            Interlocked.Increment(ref probesFailed);
        }
    }

    /// <summary>A refused connection says as much as probes do; the next probe that succeeds takes it back.</summary>
    public void Refused() => Volatile.Write(ref probesFailed, FailuresToUnhealthy);
}
