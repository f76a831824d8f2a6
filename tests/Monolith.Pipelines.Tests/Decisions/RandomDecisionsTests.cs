using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;
using static Monolith.Pipelines.Tests.Decisions.Asking;

namespace Monolith.Pipelines.Tests.Decisions;

/// <summary>1,000 seeded sequences of whatever can be asked of a run with decisions.</summary>
public sealed class RandomDecisionsTests
{
    private const int Seeds = 1_000;
    private const int Steps = 40;

    private static readonly string[] Crowd = [Starter, "bob", "cy", "dan", "eve", "zoe"];

    [Fact]
    public void Sequences_Any_KeepTheInvariants()
    {
        var approved = 0;
        for (var seed = 0; seed < Seeds; seed++)
            approved += Play(new Random(seed));

        // That they come far enough for the invariants to mean something.
        Assert.True(approved > Seeds / 2, $"{approved} approvals");
    }

    private static int Play(Random chance)
    {
        var run = Run("a b<a");
        var first = ((RunCreated)run.Events[0], run.Run.Id, run.Run.Definition);
        for (var step = 0; step < Steps && !run.Run.IsFinal; step++)
        {
            var before = run.Run;
            var decided = before.Decide(Next(chance, run));
            if (!decided.IsSuccess)
                continue;
            foreach (var change in decided.Value.Events)
                run.Take(change);
            Check(before, run.Run, decided.Value.Events);
        }

        var replayed = run.Events.Aggregate(RunState.New(first.Id, first.Definition), (state, change) => state.Apply(change));
        Assert.Equal(run.Run.Decisions.Values.OrderBy(one => one.Id).Select(one => (one.Id, one.Status, one.Votes.Length)), replayed.Decisions.Values.OrderBy(one => one.Id).Select(one => (one.Id, one.Status, one.Votes.Length)));
        Assert.Equal(run.Run.Status, replayed.Status);
        return run.Run.Decisions.Values.Count(one => one.Status is DecisionStatus.Approved or DecisionStatus.Voided && one.Votes.Length > 0);
    }

    private static IRunCommand Next(Random chance, Given run)
    {
        var stage = chance.Next(2) == 0 ? "a" : "b";
        var state = run.Run.Stages[run.Run.IndexOf(stage)];
        var open = run.Run.Decisions.Values.OrderBy(one => one.Id).ToList();
        return chance.Next(12) switch
        {
            0 => new PauseRun(run.Now),
            1 => new ResumeRun(Given.Host, "host", run.Now),
            2 => new PassTime(Later(chance, run)),
            3 => new ClaimRun(Given.OtherHost, "other", chance.Next(2) == 0 ? run.Run.HostId : null, run.Now),
            4 when chance.Next(10) == 0 => new CancelRun("enough", run.Now),
            <= 6 => new CompleteStage(stage, state.Attempt, state.Execution, Outcome(chance, run.Run, state), run.Now),
            _ when open.Count > 0 => run.Say((Verdict)chance.Next(chance.Next(4) == 0 ? 4 : 1), Crowd[chance.Next(Crowd.Length)], open[chance.Next(open.Count)].Id),
            _ => new CompleteStage(stage, state.Attempt, state.Execution, Outcome(chance, run.Run, state), run.Now),
        };
    }

    private static DateTimeOffset Later(Random chance, Given run)
    {
        run.Wait(TimeSpan.FromMinutes(chance.Next(1, 4)));
        return run.Now;
    }

    private static AttemptOutcome Outcome(Random chance, RunState run, StageState state)
    {
        var approved = state.Decision is { } id && run.Decisions[id].Status == DecisionStatus.Approved ? id : default(Guid?);
        if (approved is not null && chance.Next(2) == 0)
            return AttemptOutcome.Success;
        return new AttemptOutcome
        {
            AsksDecision = new AskedDecision(
                new DecisionProposal("technical_refactor", "x"),
                new DecisionRuling(false, "", [Step("first", chance.Next(1, 4), (OnTimeout)chance.Next(3), "bob", "cy", "dan"), Step("second", 1, OnTimeout.Reject, "eve")], "p"),
                SubjectHash.Of([], [chance.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)], null))
            {
                Voids = approved is null ? null : (approved.Value, "changed"),
            },
        };
    }

    private static void Check(RunState before, RunState after, IReadOnlyList<IRunEvent> events)
    {
        foreach (var old in before.Decisions.Values.Where(old => !old.IsOpen))
        {
            var now = after.Decisions[old.Id];
            Assert.True(now.Status == old.Status || (old.Status == DecisionStatus.Approved && now.Status == DecisionStatus.Voided), $"{old.Status} became {now.Status}");
            Assert.Equal(old.Votes.Length, now.Votes.Length);
        }

        foreach (var decision in after.Decisions.Values)
        {
            Assert.DoesNotContain(decision.Votes, vote => vote.By == Starter || decision.Ruling.Steps[vote.StepIndex].Approvers.All(approver => approver.Person != vote.By));
            var votes = decision.Votes.Where(vote => vote.StepIndex == decision.StepIndex).ToList();
            Assert.Equal(votes.Count, votes.DistinctBy(vote => vote.By).Count());
            Assert.Equal(votes.Count, votes.DistinctBy(vote => vote.For).Count());
            if (decision.Status == DecisionStatus.Approved && decision.By is not null)
                Assert.True(votes.Count >= decision.Step!.Quorum);
        }

        // A stage goes on past a decision by its approval, its revision, or not at all.
        foreach (var started in events.OfType<StageStarted>())
        {
            if (before.Stages[before.IndexOf(started.Stage)] is { Status: StageStatus.Blocked, Decision: { } asked })
                Assert.True(after.Decisions[asked].Status is DecisionStatus.Approved or DecisionStatus.Revised);
        }
    }
}
