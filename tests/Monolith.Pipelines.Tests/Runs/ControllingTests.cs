using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class ControllingTests
{
    [Fact]
    public void Pause_StageUnderWay_EndsButNothingBegins()
    {
        var run = Given.Started(Given.Stages("a b<a")).Pause();
        run.Said();

        Assert.Equal("ok:a", run.Succeed("a").Said());
        Assert.Equal(RunStatus.Paused, run.Run.Status);
        Assert.Equal("resumed +b", run.Resume().Said());
    }

    [Fact]
    public void Pause_Twice_ChangesNothing()
    {
        var run = Given.Started(Given.Stages("a")).Pause();
        run.Said();

        Assert.Equal("", run.Pause().Said());
    }

    [Fact]
    public void Cancel_StageUnderWay_StopsItAndSkipsTheRest()
    {
        var run = Given.Started(Given.Stages("a b<a")).Cancel();

        Assert.Equal("a:failed b:skipped", run.Statuses());
        Assert.Equal(ErrorCodes.TaskCancelled, run.Run.Stages[0].Error!.Code);
        Assert.Equal(RunStatus.Cancelled, run.Run.Status);
    }

    [Fact]
    public void Complete_AfterCancel_IsAbsorbed()
    {
        var run = Given.Started(Given.Stages("a")).Cancel();
        run.Said();

        run.Do(new CompleteStage("a", 1, 1, AttemptOutcome.Success, run.Now));

        Assert.Equal("", run.Said());
        Assert.Equal(RunStatus.Cancelled, run.Run.Status);
    }

    [Fact]
    public void Control_FinishedRun_IsRefusedWithReason()
    {
        var run = Given.Started(Given.Stages("a")).Succeed("a");

        foreach (IRunCommand command in new IRunCommand[]
        {
            new PauseRun(run.Now), new ResumeRun(Given.Host, "h", run.Now), new CancelRun("x", run.Now), new RetryRun(null, Given.Host, "h", run.Now),
        })
        {
            var problem = run.Refused(command);
            Assert.Equal(ErrorCodes.Conflict, problem.Code);
            Assert.Contains("success", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Retry_FailedRun_ReusesWhatSucceeded()
    {
        var run = Given.Started(Given.Stages("a b<a c<b")).Succeed("a").Fail("b");
        run.Said();

        Assert.Equal("retried(b,c|a) +b#2", run.Retry().Said());
        Assert.Equal("ok:b +c", run.Succeed("b").Said());
        run.Succeed("c");
        Assert.Equal(RunStatus.Success, run.Run.Status);
    }

    [Fact]
    public void Retry_FromNamedStage_DoesItAndDependantsAgain()
    {
        var run = Given.Started(Given.Stages("a b<a c<b d")).Succeed("a").Succeed("b").Succeed("d").Fail("c");
        run.Said();

        Assert.Equal("retried(b,c|a,d) +b#2", run.Retry("b").Said());
    }

    [Fact]
    public void Retry_UnknownStage_IsRefused()
    {
        var run = Given.Started(Given.Stages("a")).Fail("a");

        Assert.Equal(ErrorCodes.StageNotFound, run.Refused(new RetryRun("nope", Given.Host, "h", run.Now)).Code);
    }

    [Fact]
    public void Timeout_RunTooLong_FailsAndStopsEverything()
    {
        var run = Given.Started("timeout: 10m\n" + Given.Stages("a b<a")).Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(ErrorCodes.ExecutionTimeout, run.Run.Error!.Code);
        Assert.Equal("a:failed b:skipped", run.Statuses());
    }

    [Fact]
    public void Timeout_RetriedRun_CountsFromTheRetry()
    {
        var run = Given.Started("timeout: 10m\n" + Given.Stages("a")).Pass(TimeSpan.FromMinutes(10)).Retry();

        Assert.Equal(RunStatus.Running, run.Pass(TimeSpan.FromMinutes(9)).Run.Status);
        Assert.Equal(RunStatus.Failed, run.Pass(TimeSpan.FromMinutes(1)).Run.Status);
    }
}
