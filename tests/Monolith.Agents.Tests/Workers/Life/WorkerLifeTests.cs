using System.Diagnostics;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers.Life;

[Collection(WorkerCollection.Name)]
public sealed class WorkerLifeTests(WorkerHost host)
{
    [Fact]
    public async Task Call_UnderWayWhenItsWorkerIsKilled_FailsAndTheNextOneHasAnotherProcess()
    {
        using var call = new Call();
        var waiting = host.CallAsync(call, "outside", "wait");
        await call.SeesAsync("waits");
        var before = (int)(await host.CallAsync("outside", "tell")).Outputs["process"]!;

        Process.GetProcessById(before).Kill();

        Assert.Equal("The worker of plugin 'Outside' ended with signal 9.", (await waiting).Error?.Message);
        Assert.NotEqual(before, (int)(await host.CallAsync("outside", "tell")).Outputs["process"]!);
    }

    [Fact]
    public async Task Call_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        var calls = Enumerable.Range(0, 100).Select(number => host.CallAsync("outside", "tell", $$"""{ "number": {{number}} }"""));

        var results = await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 100), results.Select(result => (int)result.Outputs["parameters"]!["number"]!));
    }

    [Fact]
    public async Task Call_ThatHeedsItsCancellation_LeavesItsWorker()
    {
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        var before = (int)(await host.CallAsync("outside", "tell")).Outputs["process"]!;
        var running = host.Host.Invoker.InvokeAsync(call.Of("outside", "wait"), cancellation.Token);
        await call.SeesAsync("waits");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        Assert.Equal(before, (int)(await host.CallAsync("outside", "tell")).Outputs["process"]!);
    }
}
