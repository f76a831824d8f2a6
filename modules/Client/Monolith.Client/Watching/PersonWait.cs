using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Client.Watching;

/// <summary>What a stage waits for a person with, as lines to read and a command to paste.</summary>
internal static class PersonWait
{
    private const int MostLines = 40;

    public static IEnumerable<string> Decision(DecisionResponse about, INextSteps next)
    {
        yield return Plain(about.Proposal.Title);
        foreach (var line in Lines(about.Proposal.Description ?? ""))
            yield return $"  {line}";
        var options = about.Proposal.Options ?? [];
        if (options.Count > 0)
            yield return Plain($"To choose from: {string.Join(", ", options)}");
        yield return Plain($"{Who(about.Approvers, about.Quorum)} may approve{Until(about.ExpiresAt)}, from another terminal:");
        foreach (var line in next.Decide(about, options.Count > 0 ? options[0] : null))
            yield return line;
    }

    public static IEnumerable<string> Clarification(ClarificationResponse about, INextSteps next)
    {
        var answers = new JsonObject();
        foreach (var question in about.Questions)
        {
            yield return Asked(question);
            answers[question.Id] = Example(question);
        }

        yield return $"Answer{Until(about.ExpiresAt)}, from another terminal, with your answers in place of these:";
        yield return next.Answer(about, answers);
    }

    /// <summary>What a model wrote must not command the terminal.</summary>
    public static string Plain(string text) => new([.. text.Where(letter => !char.IsControl(letter))]);

    /// <summary>A question as a line: its id, its text, its choices.</summary>
    public static string Asked(Question question) =>
        Plain($"{question.Id}: {question.Text}{(question.Choices is { Count: > 0 } choices ? $" ({string.Join(", ", choices)})" : "")}");

    private static JsonNode Example(Question question) => question.Type switch
    {
        QuestionType.MultipleChoice when question.Choices is { Count: > 0 } choices => choices[0],
        QuestionType.YesNo => true,
        QuestionType.Numeric => question.Least ?? 1,
        _ => "...",
    };

    private static string Who(IReadOnlyList<string> approvers, int quorum) => approvers.Count switch
    {
        0 when quorum == 1 => "Anybody",
        0 => $"Any {quorum} people",
        1 => approvers[0],
        _ => $"{quorum} of {string.Join(", ", approvers)}",
    };

    private static string Until(DateTimeOffset? expiresAt) =>
        expiresAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" until {at.ToLocalTime():HH:mm:ss}") : "";

    private static List<string> Lines(string text)
    {
        var lines = text.Trim().Split('\n').Select(Plain).ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), $"and {lines.Count - MostLines} lines more"];
    }
}
