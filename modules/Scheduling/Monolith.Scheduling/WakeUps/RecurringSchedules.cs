using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Scheduling.WakeUps;

/// <summary>Shows the schedules of pipelines as recurring jobs. The jobs are hints: what is due is in the schedules' own rows.</summary>
internal sealed class RecurringSchedules(
    IScheduleWork schedules, IRecurringJobManager recurring, JobStorage storage, TimeProvider time, ILogger<RecurringSchedules> log) : BackgroundService
{
    private const string Prefix = "schedule:";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private HashSet<PipelineSchedule> told = [];

    /// <summary>Tells Hangfire what is new or gone.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var now = (await schedules.ListAsync(cancellationToken)).ToHashSet();
        if (now.SetEquals(told))
            return;
        foreach (var schedule in now.Except(told))
        {
            var name = NameOf(schedule);
            recurring.AddOrUpdate<RunJobs>(
                $"{Prefix}{name}", job => job.RunScheduleAsync(name, CancellationToken.None), schedule.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone) });
        }

        // Other hosts, and this one before it was started anew, have told things too.
        using var connection = storage.GetConnection();
        var names = now.Select(schedule => $"{Prefix}{NameOf(schedule)}").ToHashSet(StringComparer.Ordinal);
        foreach (var job in connection.GetRecurringJobs().Where(job => job.Id.StartsWith(Prefix, StringComparison.Ordinal) && !names.Contains(job.Id)))
            recurring.RemoveIfExists(job.Id);
        told = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Run(() => TellAsync(stoppingToken), stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Hangfire does not take the schedules yet: {Reason}", broken.Message);
            }

            await Task.Delay(BetweenLooks, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string NameOf(PipelineSchedule schedule) => $"{schedule.Project}/{schedule.Pipeline}/{schedule.Name}";
}
