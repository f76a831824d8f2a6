using Monolith.Benchmarks.Figures;

namespace Monolith.Benchmarks.Calls;

/// <summary>The percentiles of each turn, in microseconds.</summary>
internal sealed class CallTimes(string name)
{
    private Series turn = new();

    public string Name => name;

    public Series Middle { get; } = new();

    public Series Tail { get; } = new();

    public Series Bytes { get; } = new();

    public void Add(TimeSpan time) => turn.Add(time.TotalMicroseconds);

    public void EndTurn(double bytes)
    {
        Middle.Add(turn.Median);
        Tail.Add(turn.Percentile(0.99));
        Bytes.Add(bytes);
        turn = new Series();
    }
}
