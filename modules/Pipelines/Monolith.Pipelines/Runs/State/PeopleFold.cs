using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Runs.Events.People;

namespace Monolith.Pipelines.Runs.State;

/// <summary>What events of decisions and clarifications do to the state. Pure.</summary>
internal static class PeopleFold
{
    public static RunState Requested(RunState run, DecisionRequested e)
    {
        var asked = new DecisionState(e.Decision, e.Stage, e.Attempt, e.Proposal, e.Ruling, e.Subject, e.At);
        return (run with { Decisions = run.Decisions.SetItem(e.Decision, asked) }).With(e.Stage, stage => stage with { Decision = e.Decision });
    }

    public static RunState Voted(RunState run, DecisionVoteCast e) => Change(run, e.Decision, decision => decision with
    {
        Votes = decision.Votes.Add(new DecisionVote(e.By, e.For, e.Option, e.Reason, decision.StepIndex, e.At)),
    });

    public static RunState Escalated(RunState run, DecisionEscalated e) => Change(run, e.Decision, decision => decision with
    {
        Status = DecisionStatus.Escalated,
        StepIndex = e.Step,
    });

    public static RunState Settled(RunState run, DecisionSettled e) => Change(run, e.Decision, decision => decision with
    {
        Status = e.Status,
        Option = e.Option,
        By = e.By,
        Reason = e.Reason,
        Remark = e.Remark,
        SettledAt = e.At,
    });

    public static RunState Voided(RunState run, DecisionVoided e) =>
        Change(run, e.Decision, decision => decision with { Status = DecisionStatus.Voided, Reason = e.Reason });

    public static RunState Requested(RunState run, ClarificationRequested e)
    {
        var asked = new ClarificationState(e.Clarification, e.Stage, e.Attempt, e.Round, e.Questions, e.At);
        return (run with { Clarifications = run.Clarifications.SetItem(e.Clarification, asked) })
            .With(e.Stage, stage => stage with { ClarificationRounds = e.Round });
    }

    public static RunState Answered(RunState run, ClarificationAnswered e)
    {
        var answered = run.Clarifications[e.Clarification] with { Answers = e.Answers, By = e.By, AnsweredAt = e.At };
        return (run with { Clarifications = run.Clarifications.SetItem(e.Clarification, answered) })
            .With(e.Stage, stage => stage with { Answers = Merge(stage.Answers, e.Answers) });
    }

    /// <summary>Nobody need answer for a stage that is over.</summary>
    public static RunState Close(RunState run, DateTimeOffset at, Func<string, bool>? ofStage = null)
    {
        if (run.Decisions.IsEmpty && run.Clarifications.IsEmpty)
            return run;
        var decisions = run.Decisions.Values
            .Where(decision => decision.IsOpen && ofStage?.Invoke(decision.Stage) != false)
            .Select(decision => KeyValuePair.Create(decision.Id, decision with { Status = DecisionStatus.Aborted, Reason = "The run ended before it was decided.", SettledAt = at }));
        var clarifications = run.Clarifications.Values
            .Where(clarification => clarification.IsOpen && ofStage?.Invoke(clarification.Stage) != false)
            .Select(clarification => KeyValuePair.Create(clarification.Id, clarification with { IsExpired = true }));
        return run with { Decisions = run.Decisions.SetItems(decisions), Clarifications = run.Clarifications.SetItems(clarifications) };
    }

    private static RunState Change(RunState run, Guid decision, Func<DecisionState, DecisionState> change) =>
        run with { Decisions = run.Decisions.SetItem(decision, change(run.Decisions[decision])) };

    private static JsonElement Merge(JsonElement? before, JsonElement added)
    {
        var merged = before is null ? [] : JsonNode.Parse(before.Value.GetRawText())!.AsObject();
        foreach (var answer in added.EnumerateObject())
            merged[answer.Name] = JsonNode.Parse(answer.Value.GetRawText());
        return JsonSerializer.SerializeToElement(merged);
    }
}
