using Hangfire;

namespace Monolith.Benchmarks.Contestants.Hangfire;

/// <summary>The job: do this step of this run, then enqueue the next. Public, as Hangfire wants it.</summary>
public sealed class HangfireStep(IBackgroundJobClient jobs)
{
    private const int Steps = 5;

    public void Do(Guid run, int number)
    {
        if (number < Steps)
            jobs.Enqueue<HangfireStep>(step => step.Do(run, number + 1));
        else
            PendingRuns.End(run);
    }
}
