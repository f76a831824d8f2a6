using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Monolith.Scheduling.WakeUps;

/// <summary>Jobs that come again and again; they show on Hangfire's page of recurring jobs.</summary>
internal sealed class RecurringWork(IRecurringJobManager recurring, IOptions<SchedulingOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        recurring.AddOrUpdate<RunJobs>("take-due-runs", job => job.TakeDueAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<RunJobs>("delete-old-runs", job => job.RetainAsync(CancellationToken.None), options.Value.RetentionCron);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
