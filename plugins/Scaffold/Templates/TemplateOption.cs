using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.Scaffold.Templates;

/// <summary>Something a template wants to know.</summary>
/// <param name="Name">As files write it: <c>{{ name }}</c>.</param>
/// <param name="Description">For a person.</param>
/// <param name="Default">Taken when nothing is given; null when something must be.</param>
/// <param name="Pattern">A regular expression that the whole value has to fit; null for any value.</param>
internal sealed record TemplateOption(string Name, string Description, string? Default, string? Pattern)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static TemplateOption Read(string template, string name, JsonElement option)
    {
        var pattern = option.Text("pattern");
        if (pattern is not null && !IsRegex(pattern))
        {
            throw new TemplateException(template, $"the pattern of its option '{name}' is no regular expression");
        }

        return new TemplateOption(name, option.RequiredText("description"), option.Text("default"), pattern);
    }

    public bool Fits(string value) => Pattern is null || Regex.IsMatch(value, $@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant, Patience);

    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
