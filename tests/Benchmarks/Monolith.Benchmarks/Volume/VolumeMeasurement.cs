using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Volume;

/// <summary>Whether a full store is slower than an empty one.</summary>
internal sealed class VolumeMeasurement : IMeasurement
{
    private const int Finished = 100_000;
    private const int Waiting = 10_000;
    private const int Runs = 6_000;

    public string Name => "volume";

    public string About =>
        $"Runs a second with 256 in flight, of one host on an empty store and of another on a store of {Finished:#,0} finished and {Waiting:#,0} "
        + "waiting runs (in a retry's backoff).";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var empty = await InProcessHost.StartAsync(bench, "empty");
        await using var full = await InProcessHost.StartAsync(bench, "full");
        await FilledStore.FillAsync(full, bench.Options.Count(Finished), bench.Options.Count(Waiting));
        using var toEmpty = await RunSubmitter.CreateAsync(empty, NoopPipeline.OfFive);
        using var toFull = await RunSubmitter.CreateAsync(full, NoopPipeline.OfFive);
        var (emptyRates, fullRates) = (new Series(), new Series());
        var runs = bench.Options.Count(Runs);
        await InFlight.RateAsync(runs * 2, 256, toEmpty.RunAsync);
        await InFlight.RateAsync(runs, 256, toFull.RunAsync);
        await Turns.TakeAsync(
            bench.Options.Repeats,
            async () => emptyRates.Add(await InFlight.RateAsync(runs, 256, toEmpty.RunAsync)),
            async () => fullRates.Add(await InFlight.RateAsync(runs, 256, toFull.RunAsync)));
        return new Table("store", "runs/s", "of empty")
            .Row("empty at first", emptyRates.Text(), "1.00")
            .Row("full", fullRates.Text(), fullRates.Over(emptyRates));
    }
}
