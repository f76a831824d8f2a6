using System.Text.RegularExpressions;

namespace Monolith.Plugins.E2e.Scenarios;

/// <summary><c>${name}</c> stands for a variable, <c>${secrets.name}</c> for a secret of the stage.</summary>
internal static partial class Placeholders
{
    private const string SecretPrefix = "secrets.";

    public static IEnumerable<string> In(string text) => Pattern().Matches(text).Select(match => match.Groups[1].Value);

    public static IEnumerable<string> SecretsIn(string text) => In(text).Where(IsSecret).Select(name => name[SecretPrefix.Length..]);

    public static bool IsSecret(string name) => name.StartsWith(SecretPrefix, StringComparison.Ordinal);

    public static bool HasSecret(string text) => In(text).Any(IsSecret);

    public static string SecretName(string placeholder) => placeholder[SecretPrefix.Length..];

    public static string Fill(string text, Func<string, string> valueOf) => Pattern().Replace(text, match => valueOf(match.Groups[1].Value));

    /// <summary>The fixed parts of a text and its placeholders in order; an empty name stands for a fixed part.</summary>
    public static IEnumerable<(string Fixed, string Name)> Parts(string text)
    {
        var at = 0;
        foreach (Match match in Pattern().Matches(text))
        {
            yield return (text[at..match.Index], "");
            yield return ("", match.Groups[1].Value);
            at = match.Index + match.Length;
        }

        yield return (text[at..], "");
    }

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Pattern();
}
