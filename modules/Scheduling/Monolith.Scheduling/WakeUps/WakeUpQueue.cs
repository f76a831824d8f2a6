using System.Threading.Channels;
using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts;

namespace Monolith.Scheduling.WakeUps;

/// <summary>
/// Hands wake-ups to Hangfire off the path of the runs. Under light load each run shows as a job; under heavy load most
/// share one, because a job costs far more than a run's own step.
/// </summary>
internal sealed class WakeUpQueue(
    IBackgroundJobClient jobs, IOptions<SchedulingOptions> options, TimeProvider time, ILogger<WakeUpQueue> log)
    : BackgroundService, IWakeUps
{
    private readonly Channel<WakeUp> queue = Channel.CreateBounded<WakeUp>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TokenBucket bucket = new(options.Value.JobsPerSecond, time);
    private bool failing;

    public void Ask(Guid runId, string pipeline, DateTimeOffset? at = null) => queue.Writer.TryWrite(new WakeUp(runId, pipeline, at));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wakeUp in queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (bucket.TryTake())
                Hand(() => Schedule(wakeUp));
            else
                await ShareAsync(stoppingToken);
        }
    }

    private void Schedule(WakeUp wakeUp)
    {
        if (wakeUp.At is { } at)
            jobs.Schedule<RunJobs>(job => job.WakeAsync(wakeUp.RunId, wakeUp.Pipeline, CancellationToken.None), at);
        else
            jobs.Enqueue<RunJobs>(job => job.WakeAsync(wakeUp.RunId, wakeUp.Pipeline, CancellationToken.None));
    }

    /// <summary>One job for all that gather within a second.</summary>
    private async Task ShareAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
        while (queue.Reader.TryRead(out _))
        {
        }

        Hand(() => jobs.Enqueue<RunJobs>(job => job.TakeDueAsync(CancellationToken.None)));
    }

    private void Hand(Action work)
    {
        try
        {
            work();
            failing = false;
        }
        catch (Exception broken)
        {
            if (!failing)
                log.LogWarning("Hangfire takes no jobs; the engine finds its work without them: {Reason}", broken.Message);
            failing = true;
        }
    }

    private sealed record WakeUp(Guid RunId, string Pipeline, DateTimeOffset? At);
}
