using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Sending;

/// <summary>Takes due notifications as places become free, and sends them beside one another.</summary>
internal sealed class NotificationService(
    INotificationQueue queue, NotificationSender sender, IOptions<NotificationsOptions> options, TimeProvider time, ILogger<NotificationService> log)
    : BackgroundService
{
    /// <summary>An attempt and the writing down of what came of it are over by then.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Also finds what another host wrote and did not send, and what is to be tried again.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim places = new(options.Value.MaxConcurrent);
    private DateTimeOffset nextSweep = DateTimeOffset.MinValue;

    /// <summary>May be called twice: by the shutdown's phase, and once more by the generic host.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var place = 0; place < options.Value.MaxConcurrent; place++)
            await places.WaitAsync(cancellationToken);
        places.Release(options.Value.MaxConcurrent);
    }

    public override void Dispose()
    {
        base.Dispose();
        places.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await LookAsync(stoppingToken))
                continue;
            await queue.WaitAsync(Poll, stoppingToken);
        }
    }

    /// <returns>Whether there may be more to take at once.</returns>
    private async Task<bool> LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAsync(stoppingToken);
            return await TakeAsync(stoppingToken);
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogWarning("Notifications could not be looked for; they are tried again: {Reason}", broken.Message);
            return false;
        }
    }

    private async Task<bool> TakeAsync(CancellationToken stoppingToken)
    {
        await places.WaitAsync(stoppingToken);
        var free = 1;
        while (free < options.Value.MaxConcurrent && places.Wait(0, CancellationToken.None))
            free++;
        var taken = 0;
        try
        {
            foreach (var due in await queue.TakeDueAsync(Lease, free, stoppingToken))
            {
                taken++;
                _ = SendAsync(due, stoppingToken);
            }
        }
        finally
        {
            if (taken < free)
                places.Release(free - taken);
        }

        return taken == free;
    }

    private async Task SendAsync(DueNotification due, CancellationToken stoppingToken)
    {
        // What the sender awaits first may be at hand; the taking must go on all the same.
        await Task.Yield();
        try
        {
            await sender.SendAsync(due, stoppingToken);
        }
        catch (Exception broken)
        {
            // Its lease ends, and it is tried again.
            if (!stoppingToken.IsCancellationRequested)
                log.LogWarning("What came of notification {Id} could not be written down: {Reason}", due.Id, broken.Message);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        if (now < nextSweep)
            return;
        await queue.DeleteSentAsync(now - options.Value.KeepSent, stoppingToken);
        nextSweep = now + BetweenSweeps;
    }
}
