using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Scaffold.Planning;

/// <summary>A plan's questions as people are asked them. Their ids say round and place: <c>r1-2</c>.</summary>
internal static class OpenQuestions
{
    public const int MostRounds = 3;

    /// <summary>Those of the last round when they are not answered; empty otherwise.</summary>
    public static IReadOnlyList<AgentQuestion> Unanswered(PlanBook book, JsonElement? answers)
    {
        var round = book.Rounds.Count;
        return round == 0 || answers?.Value(Id(round, 0)) is not null
            ? []
            : [.. book.Rounds[round - 1]!.AsArray().Select((question, at) => Of(question!, Id(round, at)))];
    }

    /// <summary>What was asked and answered, for the model.</summary>
    public static JsonArray Answered(PlanBook book, JsonElement? answers) => new(
    [
        .. book.Rounds.SelectMany((round, at) => round!.AsArray().Select((question, place) => (JsonNode)new JsonObject
        {
            ["question"] = (string?)question!["text"],
            ["answer"] = answers?.Value(Id(at + 1, place)) is { } answer ? JsonNode.Parse(answer.GetRawText()) : null,
        })),
    ]);

    private static AgentQuestion Of(JsonNode question, string id)
    {
        var type = (string?)question["type"] switch
        {
            "multiple_choice" => AgentQuestionType.MultipleChoice,
            "yes_no" => AgentQuestionType.YesNo,
            "numeric" => AgentQuestionType.Numeric,
            _ => AgentQuestionType.OpenText,
        };
        return new AgentQuestion(id, type, (string)question["text"]!)
        {
            Choices = type == AgentQuestionType.MultipleChoice ? [.. question["choices"]!.AsArray().Select(choice => (string)choice!)] : [],
        };
    }

    private static string Id(int round, int place) => FormattableString.Invariant($"r{round}-{place + 1}");
}
