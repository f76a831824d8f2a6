using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Engine.Hosts;

/// <summary>Keeps the engine going: signs of life, runs to be taken, timers, and the end.</summary>
internal sealed class EngineService(
    RunEngine engine,
    RunDispatcher dispatcher,
    HostTable hosts,
    WakeTimers timers,
    IRunNotices notices,
    HostIdentity host,
    IOptions<EngineOptions> options,
    TimeProvider time,
    ILogger<EngineService> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await hosts.SignInAsync(cancellationToken);
        timers.OnDue = runId => _ = GuardAsync(() => engine.AskAsync(runId, engine.Claim(), CancellationToken.None));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await engine.StopAsync();
        await GuardAsync(() => hosts.SignOutAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var foreign = notices.Subscribe(notice =>
        {
            if (notice.HostId != host.Id)
                engine.Refresh(notice.RunId);
        });
        using var heartbeat = new PeriodicTimer(options.Value.Heartbeat, time);
        do
        {
            await GuardAsync(() => BeatAsync(stoppingToken));
        }
        while (await heartbeat.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BeatAsync(CancellationToken stoppingToken)
    {
        await hosts.RenewAsync(stoppingToken);
        if (await dispatcher.TakeDueAsync(stoppingToken) is > 0 and var taken)
            log.LogInformation("Took {Count} runs that were queued, due or left by another host", taken);
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
