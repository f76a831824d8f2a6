namespace Monolith.Host.Settings;

/// <summary>One setting that the host knows.</summary>
/// <param name="Path">As configuration names it; <c>*</c> stands for a name that people choose, <c>[]</c> for an element of a list.</param>
/// <param name="Type">What its text is converted to, never nullable.</param>
/// <param name="Default">Null for none, or where it is told in words.</param>
/// <param name="DefaultInWords">Where it depends on the machine.</param>
/// <param name="Bounds">What it may be, as a number or the text of one; either may be null.</param>
/// <param name="Description">A sentence for a person.</param>
/// <param name="IsSecret">Its value is shown nowhere.</param>
internal sealed record Setting(
    string Path,
    Type Type,
    object? Default,
    string? DefaultInWords,
    (object? Least, object? Most) Bounds,
    string Description,
    bool IsSecret)
{
    public const string AnyName = "*";
    public const string Element = "[]";

    private readonly string[] segments = Path.Split(':');

    public IReadOnlyList<string> Segments => segments;

    public bool Names(string path)
    {
        var given = path.Split(':');
        return given.Length == segments.Length
            && segments.Zip(given).All(pair => pair.First is AnyName or Element || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
