using System.Globalization;
using Monolith.Benchmarks.Contestants.Wolverine;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Durability;

/// <summary>Whether each stage's end really reaches the disk before the next begins.</summary>
internal sealed class DurabilityMeasurement : IMeasurement
{
    private const int Runs = 200;

    /// <summary>A server process tells its counts at most 10 s after it has gone idle.</summary>
    private static readonly TimeSpan UntilCounted = TimeSpan.FromSeconds(12);

    public string Name => "durability";

    public string About =>
        $"Flushes of the write-ahead log (pg_stat_wal.wal_sync) over {Runs} runs of 5 stages, one in flight, so that no two runs share a flush. "
        + "Jobs for single runs are off (Scheduling:JobsPerSecond=0); what an idle contestant flushes in the same time is taken off.";

    public async Task<Table> RunAsync(Bench bench)
    {
        var table = new Table("contestant", "flushes a run", "flushes a stage", $"flushes while idle for {UntilCounted.TotalSeconds:0} s");
        await using (var host = await InProcessHost.StartAsync(bench, "durability", "--Scheduling:JobsPerSecond=0"))
        {
            using var submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive);
            await MeasureAsync(bench, table, "engine", submitter.RunAsync);
        }

        await using var peer = new WolverineContestant(tuned: true);
        await peer.StartAsync(bench);
        await MeasureAsync(bench, table, peer.Name, peer.RunAsync);
        return table.Note("A run of the engine needs 6: one as it is accepted, one as each stage ends. The rounds are at most 3.");
    }

    private static async Task MeasureAsync(Bench bench, Table table, string contestant, Func<Task> runAsync)
    {
        await runAsync();
        var (flushes, idle) = (new Series(), new Series());
        for (var round = 0; round < Math.Min(bench.Options.Repeats, 3); round++)
        {
            var start = await FlushesAsync(bench);
            var atRest = await FlushesAsync(bench) - start;
            var before = start + atRest;
            for (var run = 0; run < Runs; run++)
                await runAsync();
            idle.Add(atRest);
            flushes.Add((await FlushesAsync(bench) - before - atRest) / (double)Runs);
        }

        table.Row(contestant, flushes.Text(), string.Create(CultureInfo.InvariantCulture, $"{flushes.Median / 5:0.00}"), idle.Text());
    }

    private static async Task<long> FlushesAsync(Bench bench)
    {
        await Task.Delay(UntilCounted);
        return Convert.ToInt64(
            await bench.Postgres.ScalarAsync("select wal_sync from pg_stat_wal"), CultureInfo.InvariantCulture);
    }
}
