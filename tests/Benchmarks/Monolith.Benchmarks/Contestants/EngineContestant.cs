using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Contestants;

/// <summary>Monolith's host with its usual settings; the runs come in process, past HTTP.</summary>
internal sealed class EngineContestant : IContestant
{
    private InProcessHost? host;
    private RunSubmitter? submitter;

    public string Name => "engine";

    public int InFlight => 256;

    public int RunsInATurn => 8_000;

    public async Task StartAsync(Bench bench)
    {
        host = await InProcessHost.StartAsync(bench, "engine");
        submitter = await RunSubmitter.CreateAsync(host, NoopPipeline.OfFive);
    }

    public Task RunAsync() => submitter!.RunAsync();

    public async ValueTask DisposeAsync()
    {
        submitter?.Dispose();
        if (host is null)
            return;
        await host.CheckAllSucceededAsync();
        await host.DisposeAsync();
    }
}
