using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Runs.Deciding;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Runs.People;

/// <summary>What holds of the decisions of a run, whatever happened to it.</summary>
internal static class DecisionInvariants
{
    public static void Check(RunState before, RunState after, IReadOnlyList<IRunEvent> events)
    {
        foreach (var decision in after.Decisions.Values)
        {
            if (before.Decisions.TryGetValue(decision.Id, out var earlier))
                SettledStays(earlier, decision);
            EnoughAgreed(decision);
            StageWaits(after, decision);
        }

        Assert.All(after.Stages, stage => Assert.False(IsUnderWayOnNothing(after, stage), "A stage goes on with an approval that is void."));
        Assert.All(events.OfType<StageSucceeded>(), ended => Assert.Equal(DecisionStatus.Approved, DecisionOf(before, ended.Stage)?.Status));
        if (after is { IsFinal: false, IsPaused: false, HostId: not null })
            Assert.True(after.Running > 0 || Timing.NextDue(after) is not null, "The run stands still and nothing will wake it.");
    }

    /// <summary>All that must be the same after the events were read back.</summary>
    public static string Told(RunState run) => string.Join('\n', run.Decisions.Values.OrderBy(decision => decision.Id).Select(Told)
        .Concat(run.Stages.Select(stage => $"{stage.Status} {stage.Attempt}.{stage.Execution} {stage.Decision} {stage.Blocked}"))
        .Append($"{run.Status} {run.Version} {run.Running} {run.Unfinished}"));

    private static string Told(DecisionState decision) =>
        $"{decision.Id} {decision.Stage} {decision.Status} {decision.StepIndex} {decision.Option} {decision.By} {decision.Reason} {decision.Subject.Sha256} "
        + string.Join(' ', decision.Votes.Select(vote => $"{vote.By}/{vote.For}/{vote.Option}/{vote.StepIndex}"));

    private static void SettledStays(DecisionState before, DecisionState after)
    {
        if (!before.IsOpen && after.Status != before.Status)
            Assert.Equal((DecisionStatus.Approved, DecisionStatus.Voided), (before.Status, after.Status));
        if (!before.IsOpen)
            Assert.Equal(before.Votes.Length, after.Votes.Length);
    }

    private static void EnoughAgreed(DecisionState decision)
    {
        foreach (var vote in decision.Votes)
        {
            Assert.Contains(new Approver(vote.By, vote.For), decision.Ruling.Steps[vote.StepIndex].Approvers);
            Assert.NotEqual(RandomDecisions.Starter, vote.By);
            Assert.True(vote.For != RandomDecisions.Starter, $"{vote.By} approved in the place of {vote.For}, whose own run it is.");
        }

        // Without a person it was the policy, at once or when the time was up.
        if (decision.Status != DecisionStatus.Approved || decision.By is null)
            return;
        var agreed = decision.Votes.Where(vote => vote.StepIndex == decision.StepIndex && vote.Option == decision.Option).ToList();
        Assert.InRange(agreed.Select(vote => vote.By).Distinct().Count(), decision.Step!.Quorum, int.MaxValue);
        Assert.InRange(agreed.Select(vote => vote.For).Distinct().Count(), decision.Step.Quorum, int.MaxValue);
    }

    private static void StageWaits(RunState run, DecisionState decision)
    {
        var stage = run.Stages[run.IndexOf(decision.Stage)];
        var waits = stage is { Status: StageStatus.Blocked, Blocked: { On: BlockedOn.Decision } blocked } && blocked.Name == decision.Id.ToString();
        Assert.True(waits == decision.IsOpen, $"The decision is {decision.Status}, its stage {stage.Status}.");
    }

    private static bool IsUnderWayOnNothing(RunState run, StageState stage) =>
        !stage.IsFinal && stage.Decision is { } id && run.Decisions[id].Status == DecisionStatus.Voided;

    private static DecisionState? DecisionOf(RunState run, string stage) =>
        run.Stages[run.IndexOf(stage)].Decision is { } id ? run.Decisions[id] : null;
}
