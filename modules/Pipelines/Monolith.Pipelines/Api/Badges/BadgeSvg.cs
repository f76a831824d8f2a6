using System.Globalization;
using System.Security;

namespace Monolith.Pipelines.Api.Badges;

/// <summary>A badge as a picture: two fields, their text also as title and label for those who do not see it. No style, no script, no font from elsewhere.</summary>
internal static class BadgeSvg
{
    private const double LetterWidth = 6.6;
    private const int Padding = 12;
    private const int LongestLabel = 60;

    public static string Of(string label, BadgeState state)
    {
        var shown = label.Length > LongestLabel ? $"{label[..(LongestLabel - 1)]}…" : label;
        var (left, right) = (WidthOf(shown), WidthOf(state.Message));
        var (name, said) = (Escaped(shown), Escaped($"{label}: {state.Message}"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{said}"><title>{said}</title><rect width="{left}" height="20" fill="#444"/><rect x="{left}" width="{right}" height="20" fill="{state.Hex}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="{Padding / 2}" y="14" textLength="{left - Padding}">{name}</text><text x="{left + (Padding / 2)}" y="14" textLength="{right - Padding}">{state.Message}</text></g></svg>
            """);
    }

    private static int WidthOf(string text) => (int)Math.Ceiling(text.Length * LetterWidth) + Padding;

    // What XML has no way to say is left out.
    private static string Escaped(string text) => SecurityElement.Escape(new string([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]));
}
