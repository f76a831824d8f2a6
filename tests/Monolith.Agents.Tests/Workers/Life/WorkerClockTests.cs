using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Workers.Life;

/// <summary>What happens when nothing happens for long.</summary>
public sealed class WorkerClockTests
{
    [Fact]
    public async Task Call_ThatIgnoresItsCancellation_CostsItsWorkerItsLife()
    {
        var time = new ObservedTime();
        await using var host = await StartAsync(time);
        using var call = new Call();
        using var cancellation = new CancellationTokenSource();
        var running = host.Invoker.InvokeAsync(call.Of("hostile", "block"), cancellation.Token);
        await call.SeesAsync("begins");

        await cancellation.CancelAsync();
        await time.TimerOfAsync(TimeSpan.FromSeconds(6)).WaitAsync(Safety.Limit);
        await time.TimerOfAsync(TimeSpan.FromSeconds(5)).WaitAsync(Safety.Limit);
        time.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Safety.Limit));
        await host.Logs.SeesAsync("was killed: a call in it ignored its cancellation");
        await time.TimerOfAsync(TimeSpan.FromMilliseconds(100)).WaitAsync(Safety.Limit);
        time.Advance(TimeSpan.FromMilliseconds(100));
        using var next = new Call();
        Assert.Null((await host.Invoker.InvokeAsync(next.Of("hostile", "fine"), CancellationToken.None).WaitAsync(Safety.Limit)).Error);
    }

    [Fact]
    public async Task Worker_ThatHangs_IsKilled()
    {
        var time = new ObservedTime();
        await using var host = await StartAsync(time);
        using var call = new Call();
        var running = host.Invoker.InvokeAsync(call.Of("hostile", "stop-itself"), CancellationToken.None);
        await call.SeesAsync("begins");

        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("The worker of plugin 'Hostile' was killed: it hung for 30 s.", (await running).Error?.Message);
    }

    private static async Task<AgentHost> StartAsync(ObservedTime time)
    {
        var host = new AgentHost();
        host.Services.AddSingleton<TimeProvider>(time);
        host.Settings["Plugins:Isolation"] = "Process";
        PluginFixture.Copy("Hostile", host.Dropped);
        await host.StartAsync();
        return host;
    }
}
