namespace Monolith.Benchmarks.Overload;

/// <summary>What became of the requests of a phase.</summary>
internal sealed class Tally
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<double> accepted = new();
    private int refused;
    private int failed;

    public int Accepted => accepted.Count;

    public int Refused => refused;

    /// <summary>Neither accepted nor refused as the contract says: an error.</summary>
    public int Failed => failed;

    public void Add(int status, TimeSpan took)
    {
        switch (status)
        {
            case 202:
                accepted.Enqueue(took.TotalMilliseconds);
                break;
            case 429 or 503:
                Interlocked.Increment(ref refused);
                break;
            default:
                Interlocked.Increment(ref failed);
                break;
        }
    }

    /// <summary>Of those accepted, in milliseconds.</summary>
    public double Percentile(double part) => accepted.IsEmpty ? double.NaN : accepted.Order().ElementAt((int)(part * (accepted.Count - 1)));
}
