using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.People;

/// <summary>Stands before and after an agent: what needs a person first is asked, and what was approved is looked at once more.</summary>
internal sealed class PeopleGuard(CurrentPolicy policies, SubjectOfStage subjects, TimeProvider time)
{
    /// <summary>Before anything of the stage is resolved.</summary>
    /// <returns>What to do in place of the attempt; null to go on.</returns>
    public Result<AttemptOutcome?> Clarify(RunState run, GraphStage stage)
    {
        if (stage.Definition.Clarify is not { } wish)
            return (AttemptOutcome?)null;
        if (run.Stages[stage.Index] is { ClarificationRounds: > 0 } answered)
            return Asked(ClarityCheck.AskAgain(answered.Answers));
        var texts = Resolve(run, stage, ("text", wish.Text), ("acceptanceCriteria", wish.AcceptanceCriteria), ("confidence", wish.Confidence));
        if (!texts.IsSuccess)
            return Result<AttemptOutcome?>.Failed(texts.Problems);
        var confidence = ResolvedNumber.Confidence(texts.Value["confidence"], "clarify.confidence");
        if (!confidence.IsSuccess)
            return Result<AttemptOutcome?>.Failed(confidence.Problems);
        return Asked(ClarityCheck.Ask(texts.Value["text"], texts.Value["acceptanceCriteria"], confidence.Value, policies.Now.Clarity));
    }

    /// <summary>Whether there is anything to decide, which for most stages there is not.</summary>
    public static bool StandsBefore(RunState run, GraphStage stage) =>
        stage.Definition.Decision is not null || run.Stages[stage.Index].Decision is not null || TaintedRun.Reaches(run, stage.Definition);

    /// <summary>Whether the agent wants something of a person.</summary>
    public static bool StandsAfter(AgentResult result) => result.Error is null && (result.Proposal is not null || result.Questions.Count > 0);

    /// <summary>Before the agent is called, and before it gets its secrets. For a stage that <see cref="StandsBefore"/>.</summary>
    /// <returns>What to do in place of the call, or the decision that it goes on with.</returns>
    public async Task<(AttemptOutcome? Instead, DecisionState? Decided)> BeforeAsync(RunState run, GraphStage stage, AgentCall call, CancellationToken cancellationToken)
    {
        var decided = run.Stages[stage.Index].Decision is { } id ? run.Decisions[id] : null;
        if (decided?.Status == DecisionStatus.Approved)
        {
            var now = await subjects.AgainAsync(run, stage, call, decided, cancellationToken);
            if (SubjectHash.Difference(decided.Subject, now) is not { } changed)
                return (null, decided);
            return (await AskAsync(decided.Proposal, now, cancellationToken, (decided.Id, changed)), null);
        }

        // Sent back: an agent that proposed proposes anew, with the remark before it; what the definition declares is asked again.
        if (decided?.Proposal.ByAgent == true)
            return (null, decided);
        var proposal = Proposal(run, stage);
        return proposal.IsSuccess
            ? (await AskAsync(proposal.Value, await subjects.OfDeclaredAsync(run, stage, call, cancellationToken), cancellationToken), null)
            : (AttemptOutcome.Failure(proposal.Problems), null);
    }

    /// <summary>After the agent: it may want something decided or answered before it goes on.</summary>
    /// <returns>Null when it wants nothing.</returns>
    public async Task<AttemptOutcome?> AfterAsync(RunState run, GraphStage stage, AgentCall call, AgentResult result, CancellationToken cancellationToken)
    {
        if (result.Questions.Count > 0)
            return new AttemptOutcome { AsksQuestions = new AskedQuestions(Questions(result.Questions), policies.Now.ClarificationTimeout) };
        if (result.Proposal is not { } proposed)
            return null;
        var proposal = new DecisionProposal(proposed.Category, proposed.Title)
        {
            Description = proposed.Description,
            Confidence = proposed.Confidence,
            CostPerMonth = proposed.CostPerMonth,
            Options = proposed.Options,
            Environment = proposed.Environment,
            ByAgent = true,
            Evidence = proposed.Evidence is null ? null : JsonSerializer.SerializeToElement(proposed.Evidence),
        };
        var subject = await subjects.OfProposedAsync(run, stage, call, proposed, cancellationToken);
        return await AskAsync(proposal, subject, cancellationToken);
    }

    private async Task<AttemptOutcome> AskAsync(
        DecisionProposal proposal, DecisionSubject subject, CancellationToken cancellationToken, (Guid, string)? voids = null)
    {
        var policy = await policies.ForRulingAsync(cancellationToken);
        return new AttemptOutcome { AsksDecision = new AskedDecision(proposal, Ruler.Rule(policy, proposal, time.GetUtcNow()), subject) { Voids = voids } };
    }

    private static Result<DecisionProposal> Proposal(RunState run, GraphStage stage)
    {
        if (stage.Definition.Decision is not { } declared)
            return TaintedRun.Proposal(run, stage);
        var texts = Resolve(
            run, stage, ("title", declared.Title), ("description", declared.Description), ("confidence", declared.Confidence), ("costPerMonth", declared.CostPerMonth));
        if (!texts.IsSuccess)
            return Result<DecisionProposal>.Failed(texts.Problems);
        var (confidence, cost) = (ResolvedNumber.Confidence(texts.Value["confidence"], "decision.confidence"), ResolvedNumber.Amount(texts.Value["costPerMonth"], "decision.costPerMonth"));
        if (!confidence.IsSuccess || !cost.IsSuccess)
            return Result<DecisionProposal>.Failed([.. confidence.Problems, .. cost.Problems]);
        return new DecisionProposal(declared.Category, texts.Value["title"])
        {
            Description = texts.Value["description"],
            Confidence = confidence.Value,
            CostPerMonth = cost.Value,
            Options = declared.Options,
            Environment = declared.Environment,
        };
    }

    private static Result<IReadOnlyDictionary<string, string>> Resolve(RunState run, GraphStage stage, params (string Name, string Text)[] texts) =>
        ExpressionResolver.Resolve(texts.ToDictionary(text => text.Name, text => text.Text), ExpressionScopes.For(run, stage));

    private AttemptOutcome? Asked(IReadOnlyList<Question> questions) =>
        questions.Count == 0 ? null : new AttemptOutcome { AsksQuestions = new AskedQuestions(questions, policies.Now.ClarificationTimeout) };

    private static List<Question> Questions(IEnumerable<AgentQuestion> questions) =>
    [
        .. questions.Select(question => new Question(question.Id, Enum.Parse<QuestionType>(question.Type.ToString()), question.Text)
        {
            Choices = question.Choices.Count == 0 ? null : question.Choices,
            Least = question.Least,
            Most = question.Most,
        }),
    ];
}
