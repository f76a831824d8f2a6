namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>Patterns of names: <c>*</c> stands for any characters but <c>/</c>, <c>**</c> for any at all, <c>?</c> for one but <c>/</c>.</summary>
public static class Glob
{
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The name.</param>
    /// <param name="comparison">How characters are compared.</param>
    /// <returns>Whether the pattern stands for the whole name.</returns>
    /// <remarks>Takes time by the product of the two lengths, whatever the pattern: one that goes back and forth would be an attack.</remarks>
    public static bool Matches(string pattern, string text, StringComparison comparison)
    {
        // Whether the pattern so far fits the first i characters.
        var fits = new bool[text.Length + 1];
        fits[0] = true;
        for (var at = 0; at < pattern.Length; at++)
        {
            var many = pattern[at] == '*';
            var deep = many && at + 1 < pattern.Length && pattern[at + 1] == '*';
            if (deep)
                at++;
            fits = many ? Many(fits, text, deep) : One(fits, text, pattern[at], comparison);
        }

        return fits[^1];
    }

    private static bool[] Many(bool[] before, string text, bool deep)
    {
        var fits = new bool[before.Length];
        for (var i = 0; i < fits.Length; i++)
            fits[i] = before[i] || (i > 0 && fits[i - 1] && (deep || text[i - 1] != '/'));
        return fits;
    }

    private static bool[] One(bool[] before, string text, char wanted, StringComparison comparison)
    {
        var fits = new bool[before.Length];
        for (var i = 1; i < fits.Length; i++)
            fits[i] = before[i - 1] && (wanted == '?' ? text[i - 1] != '/' : Same(wanted, text[i - 1], comparison));
        return fits;
    }

    private static bool Same(char one, char other, StringComparison comparison) => new ReadOnlySpan<char>(in one).Equals(new ReadOnlySpan<char>(in other), comparison);
}
