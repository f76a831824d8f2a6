using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monolith.Scheduling.WakeUps;

/// <summary>
/// Jobs that come again and again; they show on Hangfire's page of recurring jobs. Told to Hangfire beside the host's start and
/// not in it: a host that was killed at the wrong moment leaves a lock behind, which must not keep every other from starting.
/// </summary>
internal sealed class RecurringWork(
    IRecurringJobManager recurring, IOptions<SchedulingOptions> options, TimeProvider time, ILogger<RecurringWork> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Task.Run(TryTell, stoppingToken).WaitAsync(stoppingToken))
            await Task.Delay(BetweenTries, time, stoppingToken);
    }

    private bool TryTell()
    {
        try
        {
            recurring.AddOrUpdate<RunJobs>("take-due-runs", job => job.TakeDueAsync(CancellationToken.None), Cron.Minutely);
            recurring.AddOrUpdate<RunJobs>("delete-old-runs", job => job.RetainAsync(CancellationToken.None), options.Value.RetentionCron);
            return true;
        }
        catch (Exception broken)
        {
            log.LogWarning("Hangfire does not take the recurring jobs yet: {Reason}", broken.Message);
            return false;
        }
    }
}
