using Hangfire;
using Microsoft.Extensions.Hosting;

namespace Monolith.Scheduling.WakeUps;

/// <summary>Jobs that come again and again; they show on Hangfire's page of recurring jobs.</summary>
internal sealed class RecurringWork(IRecurringJobManager recurring) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        recurring.AddOrUpdate<RunJobs>("take-due-runs", job => job.TakeDueAsync(CancellationToken.None), Cron.Minutely);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
