using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Runs.Commands;
using static Monolith.Pipelines.Tests.Decisions.Asking;

namespace Monolith.Pipelines.Tests.Decisions;

public sealed class ApprovingTests
{
    private static readonly DecisionRuling Automatic = new(IsAutomatic: true, "sure enough", [], "policy");

    [Fact]
    public void Ask_SureEnough_GoesOnByItself()
    {
        var run = Run("a").Ask("a", Automatic);

        Assert.Equal((DecisionStatus.Approved, StageStatus.Running, 2), (run.Last().Status, run.Run.Stages[0].Status, run.Run.Stages[0].Execution));
    }

    [Fact]
    public void Approve_Quorum_IsOfDistinctPeople()
    {
        var run = Run("a").Ask("a", People(2, "bob", "cy", "dan"));
        run.Do(run.Say(Verdict.Approve, "bob"));
        run.Do(run.Say(Verdict.Approve, "bob"));
        Assert.Equal((DecisionStatus.Pending, StageStatus.Blocked), (run.Last().Status, run.Run.Stages[0].Status));

        run.Do(run.Say(Verdict.Approve, "dan"));

        Assert.Equal((DecisionStatus.Approved, StageStatus.Running), (run.Last().Status, run.Run.Stages[0].Status));
        Assert.Equal(Runs.Given.OtherHost, run.Run.HostId);
    }

    [Theory]
    [InlineData("eve")]
    [InlineData(Starter)]
    public void Decide_NotTheirs_IsForbidden(string person)
    {
        var run = Run("a").Ask("a", People(1, "bob", Starter));

        foreach (var verdict in Enum.GetValues<Verdict>())
            Assert.Equal(ErrorCodes.Forbidden, run.Refused(run.Say(verdict, person)).Code);
    }

    [Fact]
    public void Approve_StandInOfTwo_CountsOnce()
    {
        var step = new DecisionStep("first", [new("bob", "bob"), new("cy", "cy"), new("zoe", "bob"), new("zoe", "cy")], 2, TimeSpan.FromMinutes(5), OnTimeout.Reject);
        var run = Run("a").Ask("a", new DecisionRuling(false, "", [step], "policy"));
        run.Do(run.Say(Verdict.Approve, "zoe")).Do(run.Say(Verdict.Approve, "zoe"));
        Assert.Equal("bob", Assert.Single(run.Last().Votes).For);

        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.Say(Verdict.Approve, "bob")).Code);
        run.Do(run.Say(Verdict.Approve, "cy"));

        Assert.Equal(DecisionStatus.Approved, run.Last().Status);
    }

    [Fact]
    public void Approve_StandInWhoseTimeIsOver_IsForbidden()
    {
        var step = new DecisionStep("first", [new("bob", "bob"), new("zoe", "bob") { Until = Runs.Given.Start.AddMinutes(2) }], 1, TimeSpan.FromMinutes(5), OnTimeout.Reject);
        var run = Run("a").Ask("a", new DecisionRuling(false, "", [step], "policy"));
        run.Wait(TimeSpan.FromMinutes(2));

        Assert.Contains("stood in for bob", run.Refused(run.Say(Verdict.Approve, "zoe")).Message, StringComparison.Ordinal);
        run.Do(run.Say(Verdict.Approve, "bob"));
    }

    [Fact]
    public void Ask_QuorumOutOfReachWithoutTheStarter_PassesOnAndThenFailsAtOnce()
    {
        DecisionRuling Ruling(params DecisionStep[] steps) => new(IsAutomatic: false, "asked", steps, "policy");
        var first = Step("first", 2, OnTimeout.Escalate, Starter, "bob");

        var passed = Run("a").Ask("a", Ruling(first, Step("second", 1, OnTimeout.Reject, "cy")));
        var failed = Run("a").Ask("a", Ruling(first));

        Assert.Equal((DecisionStatus.Escalated, "second", StageStatus.Blocked), (passed.Last().Status, passed.Last().Step!.Route, passed.Run.Stages[0].Status));
        Assert.Equal((DecisionStatus.Rejected, StageStatus.Failed), (failed.Last().Status, failed.Run.Stages[0].Status));
        Assert.Contains("2 of 'first' must agree", failed.Run.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Approve_AnotherSubject_IsRefused()
    {
        var run = Run("a").Ask("a", People(1, "bob"));

        Assert.Equal("subject", run.Refused(run.Say(Verdict.Approve, "bob") with { Subject = "other" }).Path);
        run.Do(run.Say(Verdict.Approve, "bob") with { Subject = Subject.Sha256 });
    }

    [Fact]
    public void Approve_Options_QuorumIsOfOne()
    {
        var run = Run("a").Ask("a", People(2, "bob", "cy", "dan"), options: ["x", "y"]);
        run.Do(run.Say(Verdict.Approve, "bob"));
        run.Do(run.Say(Verdict.Approve, "cy") with { Option = "y" });
        Assert.True(run.Last().IsOpen);
        Assert.Equal("option", run.Refused(run.Say(Verdict.Approve, "dan") with { Option = "z" }).Path);

        run.Do(run.Say(Verdict.Approve, "dan") with { Option = "y" });

        Assert.Equal("y", run.Last().Option);
    }

    [Fact]
    public void Abort_FailsTheStageAndStays()
    {
        var run = Run("a b<a").Ask("a", People(2, "bob", "cy"));
        run.Do(run.Say(Verdict.Abort, "cy"));

        Assert.Equal((DecisionStatus.Aborted, ErrorCodes.DecisionRejected), (run.Last().Status, run.Run.Stages[0].Error!.Code));
        Assert.Equal("a:failed b:skipped", run.Statuses());
        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.Say(Verdict.Approve, "bob")).Code);
        run.Do(run.Say(Verdict.Abort, "cy"));
    }

    [Fact]
    public void Revise_BeginsTheStageAgain()
    {
        var run = Run("a").Ask("a", People(1, "bob"));
        run.Do(run.Say(Verdict.Revise, "bob"));

        Assert.Equal((DecisionStatus.Revised, StageStatus.Running, 1, 2), (run.Last().Status, run.Run.Stages[0].Status, run.Run.Stages[0].Attempt, run.Run.Stages[0].Execution));
    }

    [Theory]
    [InlineData(OnTimeout.Reject, DecisionStatus.Rejected, StageStatus.Failed)]
    [InlineData(OnTimeout.Approve, DecisionStatus.Approved, StageStatus.Running)]
    internal void Timeout_NobodyDecides_EndsAsThePolicySays(OnTimeout onTimeout, DecisionStatus status, StageStatus stage)
    {
        var run = Run("a").Ask("a", new DecisionRuling(false, "", [Step("first", 1, onTimeout, "bob")], "policy")).Pass(TimeSpan.FromMinutes(6));

        Assert.Equal((status, stage), (run.Last().Status, run.Run.Stages[0].Status));
    }

    [Fact]
    public void Escalate_ByHandAndByTime_OthersDecideAndOldVotesDoNotCount()
    {
        var ruling = new DecisionRuling(
            false, "", [Step("first", 2, OnTimeout.Escalate, "bob", "cy"), Step("second", 2, OnTimeout.Escalate, "cy", "dan"), Step("third", 1, OnTimeout.Reject, "eve")], "policy");
        var run = Run("a").Ask("a", ruling);
        run.Do(run.Say(Verdict.Approve, "cy"));
        run.Do(run.Say(Verdict.Escalate, "bob"));
        Assert.Equal((DecisionStatus.Escalated, "second"), (run.Last().Status, run.Last().Step!.Route));
        run.Do(run.Say(Verdict.Approve, "dan"));
        Assert.True(run.Last().IsOpen);

        run.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal("third", run.Last().Step!.Route);
        run.Do(run.Say(Verdict.Approve, "eve"));

        Assert.Equal(DecisionStatus.Approved, run.Last().Status);
    }

    [Fact]
    public void Ask_AgainSinceItChanged_VoidsTheApproval()
    {
        var run = Run("a").Ask("a", People(1, "bob"));
        var first = run.Last().Id;
        run.Do(run.Say(Verdict.Approve, "bob"));

        run.Ask("a", People(1, "bob"), SubjectHash.Of([], ["plan"], 5), (first, "changed"));

        Assert.Equal(DecisionStatus.Voided, run.Run.Decisions[first].Status);
        Assert.Equal((DecisionStatus.Pending, StageStatus.Blocked), (run.Last().Status, run.Run.Stages[0].Status));
        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.Say(Verdict.Approve, "bob", first)).Code);
    }

    [Fact]
    public void Approve_PausedRun_GoesOnWhenItIsResumed()
    {
        var run = Run("a").Ask("a", People(1, "bob")).Pause();
        run.Do(run.Say(Verdict.Approve, "bob"));
        Assert.Equal((DecisionStatus.Approved, RunStatus.Paused), (run.Last().Status, run.Run.Status));

        run.Resume();

        Assert.Equal((StageStatus.Running, 1), (run.Run.Stages[0].Status, run.Run.Stages[0].Attempt));
    }

    [Fact]
    public void Cancel_OpenDecision_IsAborted()
    {
        var run = Run("a").Ask("a", People(1, "bob")).Cancel();

        Assert.Equal(DecisionStatus.Aborted, run.Last().Status);
    }

    [Fact]
    public void Retry_FromAnEarlierStage_AsksAnew()
    {
        var run = Run("a b<a").Succeed("a").Ask("b", People(1, "bob"));
        run.Do(run.Say(Verdict.Approve, "bob")).Fail("b").Retry("a");

        Assert.Null(run.Run.Stages[1].Decision);
    }

    [Fact]
    public void Difference_EachPart_IsNamed()
    {
        Assert.Null(SubjectHash.Difference(Subject, SubjectHash.Of([new SubjectArtifact("app", "aa")], ["plan"], 5)));
        Assert.Contains("'app' is bb", SubjectHash.Difference(Subject, SubjectHash.Of([new SubjectArtifact("app", "bb")], ["plan"], 5)), StringComparison.Ordinal);
        Assert.Contains("'app' is gone", SubjectHash.Difference(Subject, SubjectHash.Of([], ["plan"], 5)), StringComparison.Ordinal);
        Assert.Contains("the plan", SubjectHash.Difference(Subject, SubjectHash.Of([new SubjectArtifact("app", "aa")], ["other"], 5)), StringComparison.Ordinal);
        Assert.Contains("the budget", SubjectHash.Difference(Subject, SubjectHash.Of([new SubjectArtifact("app", "aa")], ["plan"], 6)), StringComparison.Ordinal);
    }
}
