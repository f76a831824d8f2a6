using System.Globalization;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Overload;

/// <summary>What a host does when it is asked for ten times what it can do.</summary>
internal sealed class OverloadMeasurement : IMeasurement
{
    private const int Connections = 512;
    private const int Times = 10;

    private static readonly TimeSpan InEarnest = TimeSpan.FromSeconds(60);

    public string Name => "overload";

    public string About =>
        $"A host is asked to start runs over HTTP at growing rates, on {Connections} kept connections, until it no longer takes 98 % and ends 90 % of them in time; "
        + $"then at {Times} times the highest rate that it did. Goodput is runs that succeed. The client shares the processor with the host and its database.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await HostProcess.StartAsync(bench, "overload");
        using var target = new Target(host);
        await target.StoreAsync(NoopPipeline.OfFive);
        await using var load = new OpenLoad(host.Address, Connections);
        await load.OpenAsync();
        var table = new Table("phase", "asked/s", "offered/s", "accepted/s", "refused", "errors", "goodput/s", "start p50 ms", "start p99 ms");

        var (sustained, peak) = await ClimbAsync(bench, target, load, table);
        using var stop = new CancellationTokenSource();
        var health = new HealthWatch(host.Address, () => host.Memory());
        var watching = health.WatchAsync(stop.Token);
        var flood = await Phase.RunAsync(target, load, sustained * Times, bench.Options.Quick ? InEarnest / 10 : InEarnest);
        Row(table, $"{Times} times", flood);
        await stop.CancelAsync();
        await watching;
        var recovered = await target.RecoverAsync();
        await target.DrainAsync();
        var after = await Phase.RunAsync(target, load, sustained, TimeSpan.FromSeconds(5));
        Row(table, "afterwards", after);

        return table
            .Note(Text($"Goodput under {Times} times the load: {flood.Goodput / peak:P0} of its peak of {peak:0}/s."))
            .Note(Text($"/health meanwhile: p50 {health.Milliseconds.Median:0.0} ms, p99 {health.Milliseconds.Percentile(0.99):0.0} ms, most {health.Milliseconds.Percentile(1):0} ms, {health.Failed} failed."))
            .Note(Text($"Memory of the host (RSS) meanwhile: median {health.Megabytes.Median:0} MB, most {health.Megabytes.Percentile(1):0} MB."))
            .Note(Text($"From the end of the load until a new run was taken and done: {recovered.TotalSeconds:0.00} s."));
    }

    private static async Task<(double Sustained, double Peak)> ClimbAsync(Bench bench, Target target, OpenLoad load, Table table)
    {
        var length = TimeSpan.FromSeconds(bench.Options.Quick ? 2 : 5);
        for (var turn = 0; turn < 2; turn++)
            await Phase.RunAsync(target, load, 150, length);
        var (sustained, peak) = (0d, 0d);
        for (var rate = 50d; ; rate *= 1.4)
        {
            await target.DrainAsync();
            var phase = await Phase.RunAsync(target, load, rate, length);
            Row(table, "climb", phase);
            peak = Math.Max(peak, phase.Goodput);
            if (phase.Accepted < 0.98 * rate || phase.Goodput < 0.9 * rate)
                break;
            sustained = rate;
        }

        await target.DrainAsync();
        return sustained > 0 ? (sustained, peak) : throw new InvalidOperationException("The host did not even sustain the first rate.");
    }

    private static void Row(Table table, string name, Phase phase)
    {
        table.Row(
            name,
            Text($"{phase.Asked:0}"),
            Text($"{phase.Offered:0}"),
            Text($"{phase.Accepted:0}"),
            Text($"{phase.Tally.Refused}"),
            Text($"{phase.Tally.Failed}"),
            Text($"{phase.Goodput:0}"),
            Text($"{phase.Tally.Percentile(0.5):0.0}"),
            Text($"{phase.Tally.Percentile(0.99):0.0}"));
        Bench.Say(table.Lines().Last());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
