using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs;

/// <summary>An attempt that was not made, because its agent's breaker is open.</summary>
public sealed class PostponingTests
{
    private const string OneTry = "stages:\n  - { id: a, agent: x, action: y, retry: { maxAttempts: 1 } }\n  - { id: b, agent: x, action: y, needs: [a] }\n";

    [Fact]
    public void Postpone_Running_WaitsAndBeginsTheSameAttemptAgain()
    {
        var run = Given.Started(OneTry);
        run.Said();

        Assert.Equal("later:a", Postpone(run).Said());

        Assert.Equal((RunStatus.Waiting, "a:pending b:pending"), (run.Run.Status, run.Statuses()));
        Assert.Equal(Given.Start.AddSeconds(60), run.Run.Stages[0].NotBefore);
        Assert.Equal(ErrorCodes.CircuitOpen, run.Run.Stages[0].Error!.Code);
        Assert.Equal("", run.Pass(TimeSpan.FromSeconds(59)).Said());
        Assert.Equal("+a", run.Pass(TimeSpan.FromSeconds(1)).Said());
        Assert.Equal((1, 2), (run.Run.Stages[0].Attempt, run.Run.Stages[0].Execution));
        Assert.Single(run.Run.Stages[0].Attempts);
        Assert.Equal("ok:a +b", run.Succeed("a").Said());
    }

    [Fact]
    public void Postpone_ManyTimes_TakesNoneOfTheTries()
    {
        var run = Given.Started("stages:\n  - { id: a, agent: x, action: y, retry: { maxAttempts: 2 } }\n");
        for (var times = 1; times <= 5; times++)
        {
            Postpone(run);
            Assert.Equal(times, run.Run.Stages[0].Postponed);
            run.Pass(TimeSpan.FromMinutes(1));
        }

        run.Fail("a", retryable: true);
        Assert.Equal(0, run.Run.Stages[0].Postponed);
        run.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(2, run.Run.Stages[0].Attempt);
        Postpone(run).Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.Run.Stages[0].Attempt);
        Assert.Equal(RunStatus.Failed, run.Fail("a", retryable: true).Run.Status);
    }

    [Fact]
    public void Postpone_ExecutionFromBefore_IsNotHeardAnyMore()
    {
        var run = Given.Started(OneTry);
        Postpone(run).Pass(TimeSpan.FromMinutes(1));
        run.Said();

        run.Do(new CompleteStage("a", 1, 1, AttemptOutcome.Success, run.Now));

        Assert.Equal("", run.Said());
    }

    [Fact]
    public void Postpone_HostDiesMeanwhile_AnotherBeginsItWhenItIsDue()
    {
        var run = Given.Started(OneTry);
        Postpone(run).Pass(TimeSpan.FromSeconds(30));
        run.Said();

        Assert.Equal("", run.Claim(Given.OtherHost).Said());
        run.Pass(TimeSpan.FromSeconds(0));
        Assert.Equal("claimed", run.Claim(Given.OtherHost, deadHost: Given.Host).Said());
        Assert.Equal("+a", run.Pass(TimeSpan.FromSeconds(30)).Said());
    }

    [Fact]
    public void Postpone_CancelledAndRetried_NextAttemptHasANumberOfItsOwn()
    {
        var run = Given.Started(OneTry);
        Postpone(run).Cancel().Retry();

        Assert.Equal(2, run.Run.Stages[0].Attempt);
        Assert.Equal(RunStatus.Failed, run.Fail("a", retryable: true).Run.Status);
    }

    private static Given Postpone(Given run) =>
        run.Complete("a", new AttemptOutcome { Postponed = new Postponement(ErrorCodes.CircuitOpen, "It is open.", run.Now.AddSeconds(60)) });
}
