using System.Diagnostics;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Calls;

/// <summary>What stands between the engine and an agent: the call of one that does nothing, in the host and in a worker.</summary>
internal sealed class CallMeasurement : IMeasurement
{
    private const int Calls = 200_000;
    private const int Slower = 10;

    public string Name => "calls";

    public string About =>
        $"Microseconds of a call of the module `Agents` to an agent that does nothing, one at a time, {Calls:#,0} calls in each turn in the host and a {Slower}th of that in a worker process.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var inside = await AgentsAlone.StartAsync(bench, "InProcess");
        await using var outside = await AgentsAlone.StartAsync(bench, "Process");
        var (here, there) = (new CallTimes("in process"), new CallTimes("worker process"));
        await TakeAsync(inside, bench.Options.Count(Calls), new CallTimes("warm"));
        await TakeAsync(outside, bench.Options.Count(Calls / Slower), new CallTimes("warm"));
        await Turns.TakeAsync(
            bench.Options.Repeats,
            () => TakeAsync(inside, bench.Options.Count(Calls), here),
            () => TakeAsync(outside, bench.Options.Count(Calls / Slower), there));

        var table = new Table("agent", "p50 µs", "p99 µs", "bytes of the host a call");
        foreach (var times in new[] { here, there })
            table.Row(times.Name, times.Middle.Text(), times.Tail.Text(), times.Bytes.Text());
        return table;
    }

    private static async Task TakeAsync(AgentsAlone agents, int calls, CallTimes times)
    {
        var before = GC.GetTotalAllocatedBytes();
        for (var left = calls; left > 0; left--)
        {
            var from = Stopwatch.GetTimestamp();
            await agents.CallAsync();
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        times.EndTurn((GC.GetTotalAllocatedBytes() - before) / (double)calls);
    }
}
