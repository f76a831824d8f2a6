using System.Diagnostics;

namespace Monolith.Benchmarks.Overload;

/// <summary>What a stretch of load brought.</summary>
/// <param name="Asked">Requests a second that should have been made.</param>
/// <param name="Tally">What became of those that were.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Done">Runs that succeeded meanwhile.</param>
internal sealed record Phase(double Asked, Tally Tally, double Seconds, long Done)
{
    public double Offered => (Tally.Accepted + Tally.Refused + Tally.Failed) / Seconds;

    public double Accepted => Tally.Accepted / Seconds;

    /// <summary>Runs a second that came to their end: what the host is for.</summary>
    public double Goodput => Done / Seconds;

    public static async Task<Phase> RunAsync(Target target, OpenLoad load, double perSecond, TimeSpan length)
    {
        var before = await target.SucceededAsync();
        var began = Stopwatch.GetTimestamp();
        var tally = await load.RunAsync(perSecond, length);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new Phase(perSecond, tally, seconds, await target.SucceededAsync() - before);
    }
}
