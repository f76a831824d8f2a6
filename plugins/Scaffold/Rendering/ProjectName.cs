namespace Monolith.Plugins.Scaffold.Rendering;

/// <summary>The same name as each place writes it: <c>order-desk</c>, <c>OrderDesk</c>, <c>orderDesk</c>, <c>order_desk</c>.</summary>
internal sealed record ProjectName(string Given)
{
    private readonly IReadOnlyList<string> words = [.. Words(Given)];

    public string Pascal => string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public string Camel => char.ToLowerInvariant(Pascal[0]) + Pascal[1..];

    public string Kebab => string.Join('-', words).ToLowerInvariant();

    public string Snake => string.Join('_', words).ToLowerInvariant();

    /// <summary>Parts at hyphens, underscores, dots and spaces, and where a small letter is followed by a capital one.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var begin = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsAsciiLetterOrDigit(name[at])
                || (char.IsAsciiLetterUpper(name[at]) && !char.IsAsciiLetterUpper(name[at - 1]));
            if (!ends)
            {
                continue;
            }

            var word = name[begin..at].Trim('-', '_', '.', ' ');
            if (word.Length > 0)
            {
                yield return word;
            }

            begin = at;
        }
    }
}
