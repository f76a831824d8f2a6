using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Monolith.Kernel;
using Choice = Monolith.Pipelines.Expressions.ExpressionTemplate.Choice;

namespace Monolith.Pipelines.Expressions;

/// <summary>What stands between <c>${{</c> and <c>}}</c>: paths and literals with <c>??</c> between them.</summary>
internal static partial class ExpressionParser
{
    private const int MaxChoices = 10;

    /// <returns>Where <c>}}</c> stands that is not inside quotes; -1 when it is missing.</returns>
    public static int FindClose(string text, int from)
    {
        var quoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\'')
                quoted = !quoted;
            else if (!quoted && text[i] == '}' && i + 1 < text.Length && text[i + 1] == '}')
                return i;
        }

        return -1;
    }

    public static Result<IReadOnlyList<Choice>> Parse(string text)
    {
        var choices = new List<Choice>();
        var at = 0;
        do
        {
            var match = ChoicePattern().Match(text, at);
            if (!match.Success || match.Index != at || choices.Count == MaxChoices)
                return new Problem(ErrorCodes.ValidationError, "write a path such as inputs.name or stages.build.outputs.path, and '??' before a default.");
            choices.Add(ToChoice(match));
            at = match.Index + match.Length;
        }
        while (at < text.Length);

        return text.TrimEnd().EndsWith("??", StringComparison.Ordinal)
            ? new Problem(ErrorCodes.ValidationError, "a default is missing after '??'.")
            : choices;
    }

    private static Choice ToChoice(Match match)
    {
        if (match.Groups["text"].Success)
            return new Choice(null, JsonValue.Create(match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)));
        if (match.Groups["number"].Success)
            return new Choice(null, Number(match.Groups["number"].Value));

        var word = match.Groups["path"].Value;
        return word switch
        {
            "true" => new Choice(null, JsonValue.Create(true)),
            "false" => new Choice(null, JsonValue.Create(false)),
            "null" => new Choice(null, null),
            _ => new Choice(new ExpressionPath(word.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.')), null),
        };
    }

    private static JsonValue Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
            : JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"\G\s*((?<path>[A-Za-z_][\w\-]*(\.[\w\-]+|\[[0-9]{1,6}\])*)|'(?<text>([^']|'')*)'|(?<number>-?[0-9]{1,15}(\.[0-9]{1,15})?))\s*(\?\?|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChoicePattern();
}
