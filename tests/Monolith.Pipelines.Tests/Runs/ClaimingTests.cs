using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class ClaimingTests
{
    [Fact]
    public void Complete_ByAHostThatLostTheRun_IsNotHeard()
    {
        var run = Given.Started(Given.Stages("a"));
        var late = new CompleteStage("a", 1, Execution: 1, AttemptOutcome.Success, run.Now);
        run.Claim(Given.OtherHost, deadHost: Given.Host).Said();

        Assert.Equal("", run.Do(late).Said());
        Assert.Equal("ok:a succeeded", run.Succeed("a").Said());
    }

    [Fact]
    public void Claim_OwnerDead_InterruptedStagesAreDoneAgainAsTheSameAttempt()
    {
        var run = Given.Started(Given.Stages("a b c<a")).Succeed("a");
        run.Said();

        Assert.Equal("claimed(b,c)", run.Claim(Given.OtherHost, deadHost: Given.Host).Said());
        Assert.Equal(Given.OtherHost, run.Run.HostId);
        Assert.Equal((1, 2), (run.Run.Stages[1].Attempt, run.Run.Stages[1].Attempts[0].Executions));
    }

    [Fact]
    public void Claim_OwnerAlive_IsLeftAlone()
    {
        var run = Given.Started(Given.Stages("a"));
        run.Said();

        Assert.Equal("", run.Claim(Given.OtherHost).Said());
        Assert.Equal(Given.Host, run.Run.HostId);
    }

    [Fact]
    public void Claim_RetryDue_OtherHostTakesItAndBegins()
    {
        var run = Given.Started(Given.Stages("a")).Fail("a", retryable: true);
        run.Said();

        Assert.Equal("", run.Claim(Given.OtherHost).Said());
        run.Pass(TimeSpan.Zero);
        var later = new Monolith.Pipelines.Runs.Commands.ClaimRun(Given.OtherHost, "other", null, run.Now.AddSeconds(1));
        Assert.Equal("claimed +a#2", run.Do(later).Said());
    }

    [Fact]
    public void Claim_OwnRunLostSightOf_StagesAreDoneAgain()
    {
        var run = Given.Started(Given.Stages("a"));
        run.Said();

        Assert.Equal("", run.Claim().Said());
        Assert.Equal("claimed(a)", run.Claim(deadHost: Given.Host).Said());
    }

    [Fact]
    public void Claim_FinishedRun_ChangesNothing()
    {
        var run = Given.Started(Given.Stages("a")).Succeed("a");
        run.Said();

        Assert.Equal("", run.Claim(Given.OtherHost, deadHost: Given.Host).Said());
        Assert.Equal(RunStatus.Success, run.Run.Status);
    }

    [Fact]
    public void Claim_OwnerLetGo_OtherHostDoesTheInterruptedStagesAgain()
    {
        var run = Given.Started(Given.Stages("a b"));
        run.Said();

        Assert.Equal("interrupted", run.Do(new InterruptRun(Given.Host, run.Now)).Said());
        Assert.Equal(run.Now, Monolith.Pipelines.Runs.Deciding.Timing.NextDue(run.Run));
        Assert.Equal("", run.Do(new InterruptRun(Given.Host, run.Now)).Said());
        Assert.Equal("claimed(a,b)", run.Claim(Given.OtherHost).Said());
        Assert.Null(run.Run.InterruptedAt);
        Assert.Equal("", run.Claim(Given.Host).Said());
    }

    [Fact]
    public void Interrupt_RunOfAnotherHostOrWithNothingUnderWay_IsLeftAsItIs()
    {
        var run = Given.Started("stages: [{ id: a, wait: { signal: go } }]\n");
        run.Said();

        Assert.Equal("", run.Do(new InterruptRun(Given.Host, run.Now)).Said());
        Assert.Equal("", Given.Started(Given.Stages("a")).Do(new InterruptRun(Given.OtherHost, run.Now)).Said().Replace("created claimed +a", "", StringComparison.Ordinal));
    }
}
