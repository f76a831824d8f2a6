namespace Monolith.Plugins.E2e.Generate;

/// <summary>C# names from any text.</summary>
internal static class Identifier
{
    private const int Longest = 80;

    /// <summary>In PascalCase, of ASCII letters and digits; what is left of no text is <c>Thing</c>.</summary>
    public static string Of(string text)
    {
        var words = new string([.. text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        name = name[..Math.Min(name.Length, Longest)];
        return name switch
        {
            "" => "Thing",
            _ when char.IsAsciiDigit(name[0]) => "N" + name,
            _ => name,
        };
    }

    /// <summary>For local variables; never a word of the language, for it ends in Page.</summary>
    public static string Local(string type) => char.ToLowerInvariant(type[0]) + type[1..];
}

/// <summary>Names that are given out once.</summary>
internal sealed class Names
{
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    public string Unique(string name)
    {
        var free = name;
        for (var number = 2; !given.Add(free); number++)
            free = $"{name}{number}";
        return free;
    }
}
