using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Decisions.Clarity;

/// <summary>Whether a wish is clear enough to begin with. Pure.</summary>
internal static partial class ClarityCheck
{
    private const string Confirm = "confirm";
    private const string Correction = "correction";

    /// <param name="text">The wish.</param>
    /// <param name="acceptanceCriteria">By what one sees that it is fulfilled.</param>
    /// <param name="confidence">How sure whoever wrote it down is; null when nobody says.</param>
    /// <param name="rules">The policy's.</param>
    /// <returns>What must be asked; empty when nothing must.</returns>
    public static IReadOnlyList<Question> Ask(string text, string acceptanceCriteria, double? confidence, ClarityRules rules)
    {
        var words = $" {string.Join(' ', Word().Matches(text.ToLowerInvariant()).Select(match => match.Value))} ";
        var questions = new List<Question>();
        if (text.Trim().Length < rules.MinLength)
            questions.Add(new("details", QuestionType.OpenText, $"'{text.Trim()}' is short. What exactly is wanted?"));
        if (rules.VagueWords.Where(word => Has(words, word)).ToList() is { Count: > 0 } vague)
            questions.Add(new("precision", QuestionType.OpenText, $"What do you mean by {string.Join(", ", vague.Select(word => $"'{word}'"))}? Give numbers or examples."));
        if (rules.AcceptanceCriteria && string.IsNullOrWhiteSpace(acceptanceCriteria))
            questions.Add(new("acceptance_criteria", QuestionType.OpenText, "By what will one see that it is done?"));
        questions.AddRange(rules.Conflicts
            .Where(pair => Has(words, pair.One) && Has(words, pair.Other))
            .Select((pair, index) => new Question($"conflict_{index + 1}", QuestionType.MultipleChoice, $"'{pair.One}' and '{pair.Other}' contradict each other. Which counts?") { Choices = [pair.One, pair.Other] }));
        if (confidence < rules.ConfidenceBelow)
            questions.Add(new(Confirm, QuestionType.YesNo, string.Create(CultureInfo.InvariantCulture, $"The confidence is {confidence:0.00}. Is it right as it stands?")));
        return questions;
    }

    /// <summary>After the answers: whoever says that a wish is not right as it stands is asked what is.</summary>
    /// <param name="answers">Of all rounds so far, by question.</param>
    public static IReadOnlyList<Question> AskAgain(JsonElement? answers) =>
        answers is { } given && given.TryGetProperty(Confirm, out var confirmed) && confirmed.ValueKind == JsonValueKind.False && !given.TryGetProperty(Correction, out _)
            ? [new Question(Correction, QuestionType.OpenText, "What is to be different?")]
            : [];

    // Whole words: "fast" is not in "breakfast", nor in "fast-forward". A phrase is its words in a row.
    private static bool Has(string words, string phrase) =>
        words.Contains($" {string.Join(' ', Word().Matches(phrase.ToLowerInvariant()).Select(match => match.Value))} ", StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
