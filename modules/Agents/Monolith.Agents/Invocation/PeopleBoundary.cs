using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>Copies what an agent asks of people into objects of the host, masked.</summary>
internal static partial class PeopleBoundary
{
    private const int MostQuestions = 20;
    private const int MostEntries = 100;

    public static AgentResult Accept(AgentResult result, SecretMask mask) =>
        result.Proposal is { } proposal ? Accept(proposal, mask) : Accept(result.Questions, mask);

    private static AgentResult Accept(AgentDecision proposal, SecretMask mask)
    {
        if (string.IsNullOrWhiteSpace(proposal.Category) || string.IsNullOrWhiteSpace(proposal.Title))
            return Refuse("The agent proposed something without a category or a title.");
        if (proposal is { Confidence: < 0 or > 1 or double.NaN } or { CostPerMonth: < 0 or double.NaN or double.PositiveInfinity } or { Budget: < 0 or double.NaN or double.PositiveInfinity })
            return Refuse("The agent proposed something with a confidence outside 0 to 1, or a cost or budget that is no amount.");
        if (proposal.Files?.Count > MostEntries || proposal.Options?.Count > MostEntries)
            return Refuse($"The agent proposed something with more than {MostEntries} files or options.");
        // Masked, a path would lead nowhere.
        if (proposal.Files?.Any(file => file is null || mask.Finds(file)) == true)
            return Refuse("The agent named a file whose path is missing or holds a secret.");

        var values = OutputBoundary.Accept(new JsonObject { ["evidence"] = proposal.Evidence?.DeepClone(), ["plan"] = proposal.Plan?.DeepClone() }, mask);
        if (!values.IsSuccess)
            return Refuse(values.Problems[0].Message);
        return AgentResult.Propose(new AgentDecision(Text(proposal.Category, mask), Text(proposal.Title, mask))
        {
            Description = Text(proposal.Description, mask),
            Confidence = proposal.Confidence,
            CostPerMonth = proposal.CostPerMonth,
            Options = [.. (proposal.Options ?? []).Select(option => Text(option, mask))],
            Environment = proposal.Environment is null ? null : Text(proposal.Environment, mask),
            Evidence = values.Value["evidence"],
            Plan = values.Value["plan"],
            Files = [.. proposal.Files ?? []],
            Budget = proposal.Budget,
        });
    }

    private static AgentResult Accept(IReadOnlyList<AgentQuestion> questions, SecretMask mask)
    {
        if (questions.Count > MostQuestions || questions.Any(question => question is not { Id: not null, Text: not null } || !Id().IsMatch(question.Id)))
            return Refuse($"The agent asked more than {MostQuestions} questions, or one whose id is not of lower-case letters, digits, '-' and '_'.");
        if (questions.DistinctBy(question => question.Id).Count() != questions.Count)
            return Refuse("The agent asked two questions with one id.");
        if (questions.Any(question => !Enum.IsDefined(question.Type) || (question.Type == AgentQuestionType.MultipleChoice && question.Choices is not { Count: >= 2 and <= MostEntries })))
            return Refuse("The agent asked a multiple choice with fewer than two choices.");
        if (questions.Any(question => question is { Least: double.NaN } or { Most: double.NaN } || question.Least > question.Most))
            return Refuse("The agent asked for a number between bounds that leave none.");
        return AgentResult.Ask([.. questions.Select(question => new AgentQuestion(Copy(question.Id), question.Type, Text(question.Text, mask))
        {
            Choices = [.. (question.Choices ?? []).Select(choice => Text(choice, mask))],
            Least = question.Least,
            Most = question.Most,
        })]);
    }

    private static string Text(string? text, SecretMask mask) => ResultBoundary.Message(text, mask);

    private static string Copy(string text) => new(text.AsSpan());

    private static AgentResult Refuse(string reason) => AgentResult.Failure(ErrorCodes.ContractValidationFailed, reason);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
