using Monolith.Benchmarks.Figures;

namespace Monolith.Benchmarks.Latency;

/// <summary>The percentiles of each turn.</summary>
internal sealed class Timings(string name)
{
    private Series turn = new();

    public string Name => name;

    public Series Middle { get; } = new();

    public Series Tail { get; } = new();

    public int Lost { get; set; }

    public void Add(TimeSpan time) => turn.Add(time.TotalMilliseconds);

    public void EndTurn()
    {
        Middle.Add(turn.Median);
        Tail.Add(turn.Percentile(0.99));
        turn = new Series();
    }
}
