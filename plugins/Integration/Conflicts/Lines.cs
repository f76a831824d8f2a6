namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A few whole lines of a longer text.</summary>
internal static class Lines
{
    private const int Most = 5;

    public static ReadOnlyMemory<byte> First(ReadOnlyMemory<byte> text)
    {
        var lines = MarkerLine.Lines(text.Span);
        return lines.Count <= Most ? text : text[..lines[Most - 1].End.Value];
    }

    public static ReadOnlyMemory<byte> Last(ReadOnlyMemory<byte> text)
    {
        var lines = MarkerLine.Lines(text.Span);
        return lines.Count <= Most ? text : text[lines[^Most].Start.Value..];
    }
}
