using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.Events.People;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Journal.Items;

/// <summary>Decisions and clarifications in the list of what people have to do.</summary>
internal static class PeopleItems
{
    public const string Pending = "pending";
    public const string Answered = "answered";
    public const string Expired = "expired";

    /// <summary>See <see cref="RunItems.Of"/>.</summary>
    public static IReadOnlyList<RunItem> Of(RunState after, IReadOnlyList<IRunEvent> events)
    {
        if (after.Decisions.IsEmpty && after.Clarifications.IsEmpty)
            return [];
        for (var i = 0; i < events.Count; i++)
        {
            // The end of a stage or of the run closes what is still open. Those of a run are few, so all are written.
            if (events[i] is DecisionRequested or DecisionVoteCast or DecisionEscalated or DecisionSettled or DecisionVoided
                or ClarificationRequested or ClarificationAnswered or StageFailed or RunFailed or RunCancelled)
            {
                return [.. after.Decisions.Values.Select(decision => Item(after, decision)), .. after.Clarifications.Values.Select(asked => Item(after, asked))];
            }
        }

        return [];
    }

    public static string NameOf(DecisionStatus status) => status.ToString().ToLowerInvariant();

    private static RunItem Item(RunState run, DecisionState decision)
    {
        var data = new DecisionData(run.Pipeline, decision.Attempt, decision.Proposal, decision.Subject, decision.Ruling.Policy, decision.Ruling.Reason)
        {
            Agent = run.Definition.Graph.Stages[run.IndexOf(decision.Stage)].Definition.Agent,
            Approvers = decision.IsOpen ? [.. decision.Step!.Approvers.Select(approver => approver.Person).Distinct()] : [],
            Route = decision.Step?.Route,
            Quorum = decision.Step?.Quorum ?? 0,
            Votes = [.. decision.Votes.Select(vote => new DecisionVoteData(vote.By, vote.For, vote.Option, vote.Reason, vote.At))],
            ExpiresAt = decision.IsOpen ? UntilOf(run, decision.Stage) : null,
            Strategy = decision.Ruling.Strategy,
            Option = decision.Option,
            By = decision.By,
            Reason = decision.Reason,
            SettledAt = decision.SettledAt,
        };
        return new RunItem(
            decision.Id, RunItemKinds.Decision, decision.Stage, NameOf(decision.Status), StorableJson.Serialize(data, JournalJson.Default.DecisionData), decision.RequestedAt);
    }

    private static RunItem Item(RunState run, ClarificationState asked)
    {
        var data = new ClarificationData(run.Pipeline, asked.Attempt, asked.Round, asked.Questions)
        {
            Answers = asked.Answers,
            By = asked.By,
            AnsweredAt = asked.AnsweredAt,
            ExpiresAt = asked.IsOpen ? UntilOf(run, asked.Stage) : null,
        };
        var status = asked.Answers is not null ? Answered : asked.IsExpired ? Expired : Pending;
        return new RunItem(
            asked.Id, RunItemKinds.Clarification, asked.Stage, status, StorableJson.Serialize(data, JournalJson.Default.ClarificationData), asked.RequestedAt);
    }

    private static DateTimeOffset? UntilOf(RunState run, string stage) => run.Stages[run.IndexOf(stage)].Blocked?.Until;
}
