using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class WaitingTests
{
    private const string Release = """
        stages:
          - { id: build, agent: x, action: y }
          - { id: released, wait: { signal: go }, needs: [build], timeout: 1h }
          - { id: ship, agent: x, action: y, needs: [released] }
        """;

    [Fact]
    public void Signal_StageWaits_GoesOnWithThePayload()
    {
        var run = Given.Started(Release).Succeed("build");
        Assert.Equal("created claimed +build ok:build +released wait:released", run.Said());
        Assert.Equal(RunStatus.Waiting, run.Run.Status);
        Assert.Equal(StageStatus.Blocked, run.Run.Stages[1].Status);

        run.Signal("go", """{"by":"ann"}""");

        Assert.Equal("claimed signal:go ok:released +ship", run.Said());
        Assert.Equal("ann", run.Run.Stages[1].Outputs!.Value.GetProperty("by").GetString());
        Assert.Equal(Given.OtherHost, run.Run.HostId);
    }

    [Fact]
    public void Signal_BeforeTheStageWaits_IsKept()
    {
        var run = Given.Started(Release).Signal("go");
        run.Said();

        Assert.Equal("ok:build +released ok:released +ship", run.Succeed("build").Said());
    }

    [Fact]
    public void Signal_StagesUnderWay_StayWithTheirHost()
    {
        var run = Given.Started("stages: [{ id: a, agent: x, action: y }, { id: w, wait: { signal: go } }, { id: z, agent: x, action: y, needs: [w] }]");
        run.Said();

        Assert.Equal("signal:go ok:w +z", run.Signal("go").Said());
        Assert.Equal(Given.Host, run.Run.HostId);
    }

    [Fact]
    public void Signal_Again_ChangesNothingAndAnotherPayloadIsRefused()
    {
        var run = Given.Started(Release).Signal("go", """{"n":1}""");
        run.Said();

        Assert.Equal("", run.Signal("go", """{"n":1}""").Said());
        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.SignalOf("go", """{"n":2}""")).Code);
    }

    [Fact]
    public void Signal_NobodyWaitsForIt_IsRefusedWithTheNames()
    {
        var problem = Given.Started(Release).Refused(new SignalRun("went", null, Given.Host, "h", Given.Start));

        Assert.Equal(ErrorCodes.NotFound, problem.Code);
        Assert.Contains("they wait for go", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_RunIsOver_IsRefused()
    {
        var run = Given.Started(Release).Cancel();

        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.SignalOf("go")).Code);
    }

    [Fact]
    public void Signal_DoesNotComeInTime_FailsTheStage()
    {
        var run = Given.Started(Release).Succeed("build");
        run.Said();
        Assert.Equal(Given.Start.AddHours(1), Timing.NextDue(run.Run));

        Assert.Equal("fail:released skip:ship failed", run.Pass(TimeSpan.FromHours(1)).Said());
        Assert.Equal(ErrorCodes.StageTimeout, run.Run.Error!.Code);
    }

    [Fact]
    public void Signal_AfterARetryOfTheWait_IsWaitedForAnew()
    {
        var run = Given.Started(Release).Succeed("build").Signal("go").Fail("ship").Retry("released");

        Assert.EndsWith("retried(released,ship|build) claimed +released#2 wait:released", run.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Timer_Rings_GoesOn()
    {
        var run = Given.Started("stages: [{ id: w, wait: { for: 30m } }, { id: z, agent: x, action: y, needs: [w] }]");
        run.Said();
        Assert.Equal("", run.Pass(TimeSpan.FromMinutes(29)).Said());

        Assert.Equal("ok:w +z", run.Pass(TimeSpan.FromMinutes(1)).Said());
    }

    [Fact]
    public void Timer_RunIsPaused_RingsAtTheResume()
    {
        var run = Given.Started("stages: [{ id: w, wait: { for: 30m } }]").Pause();
        Assert.Null(Timing.NextDue(run.Run));
        run.Pass(TimeSpan.FromHours(1)).Said();

        Assert.Equal("resumed ok:w succeeded", run.Resume().Said());
    }

    [Fact]
    public void Cancel_StageWaits_IsStopped()
    {
        var run = Given.Started(Release).Succeed("build").Cancel();

        Assert.Equal("build:success released:failed ship:skipped", run.Statuses());
    }

    [Fact]
    public void Child_Ends_StageHasItsOutputs()
    {
        var run = Given.Started("stages: [{ id: c, pipeline: { name: other } }, { id: z, agent: x, action: y, needs: [c] }]").BeginChild("c");
        Assert.Equal("created claimed +c wait:c", run.Said());
        Assert.Equal(RunStatus.Waiting, run.Run.Status);

        Assert.Equal("claimed ok:c +z", run.EndChild("c").Said());
        Assert.Equal("", run.EndChild("c").Said());
    }

    [Fact]
    public void Child_EndsBeforeItIsKnownToHaveBegun_IsNotWaitedFor()
    {
        var run = Given.Started("stages: [{ id: c, pipeline: { name: other } }]");
        run.Said();

        Assert.Equal("ok:c succeeded", run.EndChild("c").Said());
        Assert.Equal("", run.Do(new CompleteStage("c", 1, 1, new AttemptOutcome { ChildRun = Guid.NewGuid() }, run.Now)).Said());
    }

    [Fact]
    public void Child_TakesTooLong_FailsTheStage()
    {
        var run = Given.Started("stages: [{ id: c, pipeline: { name: other }, timeout: 10m }]").BeginChild("c");
        run.Said();

        Assert.Equal("fail:c failed", run.Pass(TimeSpan.FromMinutes(10)).Said());
    }
}
