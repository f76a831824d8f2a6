using System.Text;

namespace Monolith.Agents.Invocation;

/// <summary>
/// Text that every store and every JSON reader takes: PostgreSQL refuses NUL, and half a surrogate pair is no Unicode.
/// </summary>
internal static class SafeText
{
    private const string Unreadable = "\uFFFD";

    public static string Of(string? text)
    {
        if (text is null)
            return "";
        if (IsSafe(text))
            return text;

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            safe.Append(rune.Value == 0 ? Unreadable : rune.ToString());
        return safe.ToString();
    }

    /// <returns>At most <paramref name="limit"/> characters, with no half pair at the end.</returns>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        return text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }

    private static bool IsSafe(string text)
    {
        foreach (var character in text)
        {
            if (character == 0 || char.IsSurrogate(character))
                return false;
        }

        return true;
    }
}
