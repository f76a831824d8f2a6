using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Memory;

/// <summary>What waiting runs cost the host that began them.</summary>
internal sealed class WaitingMemoryMeasurement : IMeasurement
{
    private const int Runs = 10_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public string Name => "memory-waiting";

    public string About =>
        $"Megabytes of the real host's process (VmRSS) before and after it began {Runs:#,0} runs that wait in a retry's backoff, submitted over HTTP. "
        + "One host, once.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await HostProcess.StartAsync(bench, "waiting");
        using var waiting = await WaitingRuns.CreateAsync(host.Address);
        await Task.Delay(Rest);
        var empty = host.Memory();
        await waiting.StartAsync(bench.Options.Count(Runs), host.ConnectionString);
        await Task.Delay(Rest);
        var full = host.Memory();
        return new Table("empty", $"with {bench.Options.Count(Runs):#,0} waiting runs", "difference").Row($"{empty:0}", $"{full:0}", $"{full - empty:0}");
    }
}
