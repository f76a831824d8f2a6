using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Planning;

internal sealed class PlanAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "plan", "Has a language model plan files from requirements, and proposes the plan for approval.", PlanSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!PlanRequest.Read(context).Try(out var request, out var failure))
            return failure;

        var book = PlanBook.Open(context);
        if (book.Proposed is { } proposed)
        {
            // Nobody has decided yet when the stage is only executed again after a crash.
            if (!book.IsAbout(context.Decision))
                return AgentResult.Propose(PlanProposal.Of(proposed, book, book.RelativeFile(context)));
            if (!context.Decision!.IsRevision)
                return WithCost(PlanFile.Keep(context, request.Into, proposed), book.Cost);
            book.SendBack(context.Decision);
        }

        var open = OpenQuestions.Unanswered(book, context.Answers);
        return open.Count > 0 ? AgentResult.Ask(open) : await PlanAsync(context, request, book, cancellationToken);
    }

    private static async Task<AgentResult> PlanAsync(IAgentContext context, PlanRequest request, PlanBook book, CancellationToken cancellationToken)
    {
        var mayAsk = request.MayAsk && book.Rounds.Count < OpenQuestions.MostRounds;
        var question = PlanPrompt.Of(request, book, OpenQuestions.Answered(book, context.Answers), mayAsk);
        var model = new CheckedModel(context);
        var answer = await model.AskAsync(question, (json, faults) => PlanReader.Read(json, faults), cancellationToken);
        if (!answer.Try(out var plan, out var failure))
            return failure;

        plan = plan with
        {
            Kind = request.Kind,
            Name = request.Name ?? plan.Name,
            Requirements = request.Requirements,
            Template = request.Template,
            Templates = request.Templates,
        };
        context.Log.Info(FormattableString.Invariant(
            $"A plan of {plan.Files.Count} files for '{plan.Name}', confidence {plan.Confidence:0.00}, {plan.Questions.Count} open questions"));
        if (plan.Questions.Count > 0 && mayAsk)
        {
            book.Ask(plan, context.Decision, model.Cost);
            return AgentResult.Ask(OpenQuestions.Unanswered(book, answers: null));
        }

        book.Propose(plan, context.Decision, model.Cost);
        return AgentResult.Propose(PlanProposal.Of(plan, book, book.RelativeFile(context)));
    }

    private static AgentResult WithCost(AgentResult result, double cost) =>
        result with { Metrics = new Dictionary<string, double>(result.Metrics) { ["cost"] = cost } };
}
