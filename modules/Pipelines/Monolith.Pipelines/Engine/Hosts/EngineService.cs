using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine.Children;
using Monolith.Pipelines.Engine.Dispatch;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>Keeps the engine going: signs of life, runs to be taken, timers, and the end.</summary>
internal sealed class EngineService(
    RunEngine engine,
    RunDispatcher dispatcher,
    ChildRuns children,
    WorkBell bell,
    HostTable hosts,
    WakeTimers timers,
    IRunNotices notices,
    HostIdentity host,
    IOptions<EngineOptions> options,
    TimeProvider time,
    ILogger<EngineService> log) : BackgroundService
{
    private readonly Lock ending = new();
    private Task? ended;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await hosts.SignInAsync(cancellationToken);
        timers.OnDue = runId => _ = GuardAsync(() => engine.AskAsync(runId, engine.Claim(), CancellationToken.None));
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // Asked for by the shutdown's phase, and once more by the generic host at the end of all.
        lock (ending)
            return ended ??= EndAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var foreign = notices.Subscribe(notice =>
        {
            if (notice.HostId != host.Id)
                engine.Refresh(notice.RunId, notice.Version);
        });
        await Task.WhenAll(RenewAsync(stoppingToken), DispatchAsync(stoppingToken));
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        engine.TakeNoMore();
        await base.StopAsync(cancellationToken);
        await GuardAsync(LetGoAsync);
        // Also what could not be marked is then free for others.
        await GuardAsync(() => hosts.SignOutAsync(cancellationToken));
    }

    private async Task LetGoAsync()
    {
        if (await engine.StopAsync() is > 0 and var runs)
            log.LogInformation("{Count} runs were interrupted at their last checkpoint, for any host to go on with", runs);
    }

    // Apart from the dispatch, so that much work does not hold back a sign of life.
    private async Task RenewAsync(CancellationToken stoppingToken)
    {
        using var heartbeat = new PeriodicTimer(options.Value.Heartbeat, time);
        while (await heartbeat.WaitForNextTickAsync(stoppingToken))
            await GuardAsync(() => hosts.RenewAsync(stoppingToken));
    }

    private async Task DispatchAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(() => TakeDueAsync(stoppingToken));
            await bell.WaitAsync(options.Value.Heartbeat, time, stoppingToken);
        }
    }

    private async Task TakeDueAsync(CancellationToken stoppingToken)
    {
        if (await dispatcher.TakeDueAsync(stoppingToken) is > 0 and var taken)
            log.LogDebug("Took {Count} runs that were queued, due or left by another host", taken);
        await children.SweepAsync(stoppingToken);
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception broken)
        {
            log.LogWarning("The engine could not reach the store and tries again: {Reason}", broken.Message);
        }
    }
}
