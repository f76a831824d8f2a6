using System.Diagnostics;
using Monolith.Benchmarks.Figures;

namespace Monolith.Benchmarks.Observability;

/// <summary>The laps of one server: what they took by the clock, and of the processor.</summary>
internal sealed class Laps(Uri address)
{
    private int requests;
    private TimeSpan took;
    private TimeSpan processor;

    public Series Rates { get; } = new();

    public Series Times { get; } = new();

    public void Begin() => (requests, took, processor) = (0, TimeSpan.Zero, TimeSpan.Zero);

    public async Task RunAsync(int inALap)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await LeanClient.SendAsync(address, inALap);
        requests += inALap;
        took += clock.Elapsed;
        processor += Environment.CpuUsage.TotalTime - before;
    }

    /// <returns>Requests a second, and processor time of one.</returns>
    public (double Rate, double Microseconds) End() => (requests / took.TotalSeconds, processor.TotalMicroseconds / requests);

    public void Keep()
    {
        var (rate, microseconds) = End();
        Rates.Add(rate);
        Times.Add(microseconds);
    }
}
