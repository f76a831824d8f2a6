using System.Globalization;
using System.Text;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>Texts as C# expressions.</summary>
internal static class Literal
{
    /// <summary>With placeholders looked up when the test runs.</summary>
    /// <param name="text">Of a scenario.</param>
    /// <param name="variables">What variables are where the environment does not say otherwise.</param>
    /// <param name="wrap">Around the value of each placeholder; <c>{0}</c> stands for it.</param>
    public static string Expression(string text, IReadOnlyDictionary<string, string> variables, string wrap = "{0}")
    {
        var parts = Placeholders.Parts(text)
            .Where(part => part.Name.Length > 0 || part.Fixed.Length > 0)
            .Select(part => part.Name.Length == 0 ? Of(part.Fixed) : wrap.Replace("{0}", Value(part.Name, variables), StringComparison.Ordinal))
            .ToList();
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    public static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                // Line separators end a literal as line breaks do; the rest could not be seen.
                _ when char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    private static string Value(string name, IReadOnlyDictionary<string, string> variables) => Placeholders.IsSecret(name)
        ? $"Settings.Secret({Of(Placeholders.SecretName(name))})"
        : $"Settings.Variable({Of(name)}, {Of(variables.GetValueOrDefault(name, ""))})";
}
