using Monolith.Host.Drill.Evidence;
using Monolith.Host.Drill.Judging;

namespace Monolith.Chaos.Tests.Drill.Judging;

/// <summary>Each promise broken in a forged history is found and named; the sound one passes.</summary>
public sealed class VerdictTests
{
    [Fact]
    public void Of_Sound_FindsNothing() => Assert.Empty(Verdict.Of(Forged.Sound().Evidence));

    [Fact]
    public void Of_TakenOverAndDoneAgain_FindsNothing() => Assert.Empty(Verdict.Of(new Forged()
        .Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1, ended: false)
        .Claimed(by: 2, "work-a").Executed("y", "work-a", by: 2).Succeeded("work-a", "y").Ended().Evidence));

    [Fact]
    public void Of_AcceptedAndAbsent_IsLost()
    {
        var accepted = new AcceptedRun(Guid.NewGuid(), "drill-fan");

        var fault = Only(Forged.Sound().Evidence with { Accepted = [accepted] }, FaultKind.Lost);

        Assert.Equal((accepted.Id, "accepted as drill-fan, and not in the store"), (fault.Run, fault.What));
    }

    [Fact]
    public void Of_NeverEnded_IsLost() => Only(new Forged().Created().Claimed(by: 1).Evidence, FaultKind.Lost, "never ended; its last event is run_claimed, version 2");

    [Fact]
    public void Of_EndedOtherwise_IsLost() => Only(new Forged().Created().Claimed(by: 1).Ended("run_failed").Evidence, FaultKind.Lost, "ended by run_failed and not by run_succeeded");

    [Fact]
    public void Of_FailingPipelineThatSucceeds_IsLost() =>
        Only(new Forged { Pipeline = "drill-failing" }.Created().Ended().Evidence, FaultKind.Lost, "ended by run_succeeded and not by run_failed");

    [Fact]
    public void Of_ListThatDoesNotKnowOfTheEnd_IsLost() =>
        Only(new Forged { ListedAs = "running" }.Created().Ended().Evidence, FaultKind.Lost, "is listed as running");

    [Fact]
    public void Of_TwoEndsOfAStage_IsCommittedTwice() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1).Succeeded("work-a", "x").Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.CommittedTwice,
        "work-a: stage_succeeded in version 4 and stage_succeeded in version 5");

    [Fact]
    public void Of_SameAttemptAfterARetry_IsCommittedTwice() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1).Succeeded("work-a", "x").Retried().Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.CommittedTwice,
        "work-a: attempt 1 ended before");

    [Fact]
    public void Of_EndByAFormerOwner_IsStale() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1).Claimed(by: 2, "work-a").Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.Stale,
        "of process 1; the run was owned by process 2");

    [Fact]
    public void Of_EndByTheOwnersEarlierExecution_IsStale() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1)
            .Claimed(by: 2, "work-a").Claimed(by: 1, "work-a").Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.Stale,
        "it began before version 5, run_claimed, began the stage anew");

    [Fact]
    public void Of_ExecutionThatIsNotInTheJournal_IsUnwitnessed() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Succeeded("work-a", "x").Ended().Evidence, FaultKind.Unwitnessed, "names execution x, which is not in the journal");

    [Fact]
    public void Of_ExecutionThatNeverEnded_IsUnwitnessed() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1, ended: false).Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.Unwitnessed,
        "names execution x, which never ended");

    [Fact]
    public void Of_EndWithoutExecution_IsUnwitnessed() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Succeeded("work-a", execution: null).Ended().Evidence, FaultKind.Unwitnessed, "names no execution");

    [Fact]
    public void Of_ExecutionOfAnotherStage_IsUnwitnessed() => Only(
        new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-b", by: 1).Succeeded("work-a", "x").Ended().Evidence,
        FaultKind.Unwitnessed,
        "which was of attempt 1 of work-b");

    [Fact]
    public void Of_OneRequestTwoRuns_IsAcceptedTwice()
    {
        var evidence = Forged.Sound().Evidence;
        var other = Forged.Sound().Evidence;

        Only(
            evidence with { Streams = [.. evidence.Streams, .. other.Streams], Executions = evidence.Executions.ToDictionary(x => x.Key, x => x.Value) },
            FaultKind.AcceptedTwice,
            "request 1.0 became",
            among: true);
    }

    [Fact]
    public void Of_Refusal_IsRefused() => Only(Forged.Sound().Evidence with { Refusals = ["a 409"] }, FaultKind.Refused, "a 409");

    private static Fault Only(DrillEvidence evidence, FaultKind kind, string what = "", bool among = false)
    {
        var faults = Verdict.Of(evidence);
        var fault = among ? Assert.Single(faults, fault => fault.Kind == kind) : Assert.Single(faults);
        Assert.Equal(kind, fault.Kind);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
        return fault;
    }
}
