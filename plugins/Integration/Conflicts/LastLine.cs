namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>
/// Between markers git ends every line, also one that ended its side's file without a line end. Of a hunk at the end of the file the line end
/// that git added is taken away again.
/// </summary>
internal static class LastLine
{
    public static MarkedText Restore(MarkedText text, ReadOnlySpan<byte> baseFile, ReadOnlySpan<byte> oursFile, ReadOnlySpan<byte> theirsFile)
    {
        if (text.Hunks.Count == 0 || !text.Settled[^1].IsEmpty)
        {
            return text;
        }

        var last = text.Hunks[^1];
        return text with
        {
            Hunks =
            [
                .. text.Hunks.SkipLast(1),
                new Hunk(Restore(last.Ours, oursFile), last.Base is { } common ? Restore(common, baseFile) : null, Restore(last.Theirs, theirsFile)),
            ],
        };
    }

    private static ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> part, ReadOnlySpan<byte> file)
    {
        if (part.IsEmpty || file.IsEmpty || file[^1] == (byte)'\n')
        {
            return part;
        }

        // In a file of CRLF git adds both characters.
        var bare = part[..^1];
        return file.EndsWith(bare.Span) || bare.IsEmpty || bare.Span[^1] != (byte)'\r' ? bare : bare[..^1];
    }
}
