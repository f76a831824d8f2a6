namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Recognises the lines by which git marks a conflict.</summary>
internal static class MarkerLine
{
    public const char Ours = '<';
    public const char Base = '|';
    public const char Middle = '=';
    public const char Theirs = '>';

    /// <summary>
    /// Exactly so many of the character, then a label or nothing. Conflicts that git found within the common ancestor have longer markers.
    /// </summary>
    public static bool Is(ReadOnlySpan<byte> line, char mark, int size) =>
        line.Length >= size
        && line[..size].IndexOfAnyExcept((byte)mark) < 0
        && (line.Length == size || line[size] is (byte)'\n' or (byte)'\r' || (mark != Middle && line[size] == (byte)' '));

    /// <summary>Whether a file has lines of its own that would be taken for markers.</summary>
    public static bool IsIn(ReadOnlySpan<byte> file, int size)
    {
        foreach (var range in Lines(file))
        {
            var line = file[range];
            if (line.Length >= size && line[0] is (byte)Ours or (byte)Base or (byte)Middle or (byte)Theirs && Is(line, (char)line[0], size))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lines with their line ends; the last may have none.</summary>
    public static List<Range> Lines(ReadOnlySpan<byte> file)
    {
        var lines = new List<Range>();
        for (var start = 0; start < file.Length;)
        {
            var length = file[start..].IndexOf((byte)'\n') + 1;
            var end = length == 0 ? file.Length : start + length;
            lines.Add(start..end);
            start = end;
        }

        return lines;
    }
}
