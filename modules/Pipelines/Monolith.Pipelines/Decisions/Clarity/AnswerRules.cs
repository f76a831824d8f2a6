using System.Globalization;
using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Pipelines.Decisions.Clarity;

/// <summary>Whether answers fit their questions.</summary>
internal static class AnswerRules
{
    private const int LongestText = 20_000;

    /// <returns>Everything that is wrong.</returns>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<Question> questions, JsonElement answers)
    {
        if (answers.ValueKind != JsonValueKind.Object)
            return [Wrong("answers", "Give an object, by the questions' ids.")];
        return
        [
            .. answers.EnumerateObject()
                .Where(answer => questions.All(question => question.Id != answer.Name))
                .Select(answer => Wrong($"answers.{answer.Name}", $"There is no such question; there are {string.Join(", ", questions.Select(question => question.Id))}.")),
            .. questions
                .Select(question => (question, Fault: Fault(question, answers.TryGetProperty(question.Id, out var answer) ? answer : default)))
                .Where(checkedOne => checkedOne.Fault is not null)
                .Select(checkedOne => Wrong($"answers.{checkedOne.question.Id}", checkedOne.Fault!)),
        ];
    }

    private static string? Fault(Question question, JsonElement answer) => question.Type switch
    {
        _ when answer.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null => "It is not answered.",
        QuestionType.OpenText => answer.ValueKind == JsonValueKind.String && answer.GetString() is { Length: <= LongestText } text && !string.IsNullOrWhiteSpace(text)
            ? null
            : $"Give text, at most {LongestText} characters.",
        QuestionType.MultipleChoice => answer.ValueKind == JsonValueKind.String && question.Choices!.Contains(answer.GetString()!)
            ? null
            : $"Give one of {string.Join(", ", question.Choices!)}.",
        QuestionType.YesNo => answer.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "Give true or false.",
        _ => answer.ValueKind == JsonValueKind.Number && answer.GetDouble() is var number && !(number < question.Least) && !(number > question.Most)
            ? null
            : Bounds(question),
    };

    private static string Bounds(Question question) => string.Create(
        CultureInfo.InvariantCulture,
        $"Give a number{(question.Least is { } least ? $" of at least {least}" : "")}{(question.Most is { } most ? $"{(question.Least is null ? " of" : " and")} at most {most}" : "")}.");

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
