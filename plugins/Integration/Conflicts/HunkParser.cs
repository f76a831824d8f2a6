namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Reads conflict markers of a known size, with or without the common base (merge, diff3 and zdiff3).</summary>
internal static class HunkParser
{
    private enum Part
    {
        Settled,
        Ours,
        Base,
        Theirs,
    }

    /// <returns>Null when the markers do not follow each other as git writes them.</returns>
    public static MarkedText? Parse(ReadOnlyMemory<byte> file, int size)
    {
        var (settled, hunks) = (new List<ReadOnlyMemory<byte>>(), new List<Hunk>());
        var (part, from) = (Part.Settled, 0);
        ReadOnlyMemory<byte> ours = default;
        ReadOnlyMemory<byte>? common = null;
        foreach (var line in MarkerLine.Lines(file.Span))
        {
            if (Mark(file.Span[line], size) is not { } mark)
            {
                continue;
            }

            var text = file[from..line.Start.Value];
            from = line.End.Value;
            switch (part, mark)
            {
                case (Part.Settled, MarkerLine.Ours):
                    settled.Add(text);
                    common = null;
                    part = Part.Ours;
                    break;
                case (Part.Ours, MarkerLine.Base):
                    ours = text;
                    part = Part.Base;
                    break;
                case (Part.Ours, MarkerLine.Middle):
                    ours = text;
                    part = Part.Theirs;
                    break;
                case (Part.Base, MarkerLine.Middle):
                    common = text;
                    part = Part.Theirs;
                    break;
                case (Part.Theirs, MarkerLine.Theirs):
                    hunks.Add(new Hunk(ours, common, text));
                    part = Part.Settled;
                    break;
                default:
                    return null;
            }
        }

        settled.Add(file[from..]);
        return part == Part.Settled ? new MarkedText(settled, hunks) : null;
    }

    private static char? Mark(ReadOnlySpan<byte> line, int size) =>
        line[0] is (byte)MarkerLine.Ours or (byte)MarkerLine.Base or (byte)MarkerLine.Middle or (byte)MarkerLine.Theirs
        && MarkerLine.Is(line, (char)line[0], size)
            ? (char)line[0]
            : null;
}
