using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Pages;

/// <summary>What people who look on cost the host and its engine.</summary>
internal sealed class OpenPagesMeasurement : IMeasurement
{
    private const int Pages = 1_000;
    private const int Runs = 4_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => "open-pages";

    public string About =>
        $"Megabytes of the real host's process (VmRSS) before and with {Pages:#,0} open pages of the list of runs; and runs a second of one host with 256 in flight, "
        + $"with and without {Pages:#,0} pages that look on over HTTP. Their reading is done by the same process, so it is in the figure.";

    public async Task<Table> RunAsync(Bench bench)
    {
        var count = bench.Options.Count(Pages);
        var (before, with) = await MemoryAsync(bench, count);
        await using var host = await InProcessHost.StartAsync(bench, "watched");
        using var submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive);
        var (alone, watched) = (new Series(), new Series());
        var runs = bench.Options.Count(Runs);
        await InFlight.RateAsync(runs * 2, 256, submitter.RunAsync);
        long bytes = 0;
        await Turns.TakeAsync(
            bench.Options.Repeats,
            async () => alone.Add(await InFlight.RateAsync(runs, 256, submitter.RunAsync)),
            async () =>
            {
                await using var pages = await OpenPages.OpenAsync(new Uri(host.Address), count);
                watched.Add(await InFlight.RateAsync(runs, 256, submitter.RunAsync));
                bytes = pages.Bytes;
            });
        return new Table("pages open", "runs/s", "of none open", "MB")
            .Row("0", alone.Text(), "1.00", $"{before:0}")
            .Row($"{count:#,0}", watched.Text(), watched.Over(alone), $"{with:0}")
            .Note($"In the last turn {bytes:#,0} bytes were sent to all of them together.");
    }

    private static async Task<(double Before, double With)> MemoryAsync(Bench bench, int count)
    {
        await using var host = await HostProcess.StartAsync(bench, "pages");
        await Task.Delay(Rest);
        var before = host.Memory();
        await using var pages = await OpenPages.OpenAsync(host.Address, count);
        await Task.Delay(Rest);
        return (before, host.Memory());
    }
}
