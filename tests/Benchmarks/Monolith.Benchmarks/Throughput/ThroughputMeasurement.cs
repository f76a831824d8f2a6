using Monolith.Benchmarks.Contestants;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Throughput;

/// <summary>Runs a second when many are in flight.</summary>
internal sealed class ThroughputMeasurement : IMeasurement
{
    public string Name => "throughput";

    public string About =>
        "Runs a second, submitted in process. Each contestant has a database of its own on the same server; all are in one process, "
        + "those whose turn it is not are idle.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var roster = await Roster.StartAsync(bench);
        var rates = roster.Contestants.ToDictionary(contestant => contestant, _ => new Series());
        await Turns.TakeAsync(bench.Options.Repeats, [.. rates.Select(pair => (Func<Task>)(() => TurnAsync(bench, pair.Key, pair.Value)))]);

        var engine = rates[roster.Contestants[0]];
        var table = new Table("contestant", "in flight", "runs/s", "stages/s", "engine is so many times as fast");
        foreach (var (contestant, rate) in rates)
            table.Row(contestant.Name, $"{contestant.InFlight}", rate.Text(), $"{rate.Median * 5:#,0}", engine.Over(rate));
        return table;
    }

    private static async Task TurnAsync(Bench bench, IContestant contestant, Series rates)
    {
        var rate = await InFlight.RateAsync(bench.Options.Count(contestant.RunsInATurn), contestant);
        Bench.Say($"{contestant.Name}: {rate:#,0} runs/s");
        rates.Add(rate);
    }
}
