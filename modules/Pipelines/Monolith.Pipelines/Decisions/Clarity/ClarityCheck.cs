using System.Globalization;
using System.Text.RegularExpressions;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Decisions.Clarity;

/// <summary>Whether a wish is clear enough to begin with. Pure.</summary>
internal static partial class ClarityCheck
{
    /// <param name="text">The wish.</param>
    /// <param name="acceptanceCriteria">By what one sees that it is fulfilled.</param>
    /// <param name="confidence">How sure whoever wrote it down is; null when nobody says.</param>
    /// <param name="rules">The policy's.</param>
    /// <returns>What must be asked; empty when nothing must.</returns>
    public static IReadOnlyList<Question> Ask(string text, string acceptanceCriteria, double? confidence, ClarityRules rules)
    {
        var words = Words(text);
        var questions = new List<Question>();
        if (text.Trim().Length < rules.MinLength)
            questions.Add(new("details", QuestionType.OpenText, $"'{text.Trim()}' is short. What exactly is wanted?"));
        if (rules.VagueWords.Where(word => words.Contains(word.ToLowerInvariant())).ToList() is { Count: > 0 } vague)
            questions.Add(new("precision", QuestionType.OpenText, $"What do you mean by {string.Join(", ", vague.Select(word => $"'{word}'"))}? Give numbers or examples."));
        if (rules.AcceptanceCriteria && string.IsNullOrWhiteSpace(acceptanceCriteria))
            questions.Add(new("acceptance_criteria", QuestionType.OpenText, "By what will one see that it is done?"));
        questions.AddRange(rules.Conflicts
            .Where(pair => words.Contains(pair.One.ToLowerInvariant()) && words.Contains(pair.Other.ToLowerInvariant()))
            .Select((pair, index) => new Question($"conflict_{index + 1}", QuestionType.MultipleChoice, $"'{pair.One}' and '{pair.Other}' contradict each other. Which counts?") { Choices = [pair.One, pair.Other] }));
        if (confidence < rules.ConfidenceBelow)
            questions.Add(new("confirm", QuestionType.YesNo, string.Create(CultureInfo.InvariantCulture, $"The confidence is {confidence:0.00}. Is it right as it stands?")));
        return questions;
    }

    // Whole words: "fast" is not in "breakfast", nor in "fast-forward".
    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
