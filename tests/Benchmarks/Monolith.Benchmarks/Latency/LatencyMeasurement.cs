using System.Diagnostics;
using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Latency;

/// <summary>How long one run takes when nothing else goes on.</summary>
internal sealed class LatencyMeasurement : IMeasurement
{
    private const int Runs = 500;

    public string Name => "latency";

    public string About =>
        $"Milliseconds from the submission to the end of the run, {Runs} runs one at a time in each turn (hangfire: a tenth). The first stage "
        + "counts from the engine's side: its start is committed and it was handed to the agent's runner.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var roster = await Roster.StartAsync(bench);
        await using var host = await InProcessHost.StartAsync(bench, "latency");
        using var submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive, timed: true);
        await InFlight.RateAsync(bench.Options.Count(2_000), 1, submitter.RunAsync);

        var engine = new Timings("engine");
        var firstStage = new Timings("engine, submit to first stage");
        var peers = roster.Contestants.Skip(1).Select(contestant => (Contestant: contestant, Timings: new Timings(contestant.Name))).ToList();
        await Turns.TakeAsync(bench.Options.Repeats, [
            () => EngineAsync(bench.Options.Count(Runs), submitter, firstStage, engine),
            .. peers.Select(peer => (Func<Task>)(() => PeerAsync(bench, peer.Contestant, peer.Timings))),
        ]);

        var table = new Table("contestant", "p50 ms", "p99 ms", "runs left out: no end within 30 s");
        foreach (var timings in peers.Select(peer => peer.Timings).Prepend(firstStage).Prepend(engine))
            table.Row(timings.Name, timings.Middle.Text(), timings.Tail.Text(), $"{timings.Lost}");
        return table;
    }

    private static async Task EngineAsync(int runs, RunSubmitter submitter, Timings firstStage, Timings whole)
    {
        for (var run = 0; run < runs; run++)
        {
            var (first, end) = await submitter.TimeAsync();
            firstStage.Add(first);
            whole.Add(end);
        }

        firstStage.EndTurn();
        whole.EndTurn();
    }

    private static async Task PeerAsync(Bench bench, IContestant peer, Timings timings)
    {
        for (var left = bench.Options.Count(peer.Name == "hangfire" ? Runs / 10 : Runs); left > 0; left--)
        {
            var from = Stopwatch.GetTimestamp();
            try
            {
                await peer.RunAsync();
                timings.Add(Stopwatch.GetElapsedTime(from));
            }
            catch (TimeoutException)
            {
                // Now and then Hangfire misses its store's notification, and a job lies there until its next look.
                Bench.Say($"{peer.Name}: a run did not end in time and is left out");
                timings.Lost++;
            }
        }

        timings.EndTurn();
    }
}
