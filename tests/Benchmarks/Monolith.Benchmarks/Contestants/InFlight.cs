using System.Diagnostics;

namespace Monolith.Benchmarks.Contestants;

/// <summary>Does a number of runs with so many at a time.</summary>
internal static class InFlight
{
    /// <returns>Runs a second, until the store knows that all are done.</returns>
    public static Task<double> RateAsync(int runs, IContestant contestant) =>
        RateAsync(runs, contestant.InFlight, contestant.RunAsync, contestant.SettleAsync);

    /// <returns>Runs a second.</returns>
    public static async Task<double> RateAsync(int runs, int inFlight, Func<Task> run, Func<Task>? settle = null)
    {
        var left = runs;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await run();
        })));
        if (settle is not null)
            await settle();
        return runs / clock.Elapsed.TotalSeconds;
    }
}
