namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>
/// A file with conflict markers, cut into what is settled and what is not: before, between and after the hunks. What is settled is never read as
/// text, so encodings and line ends do not matter.
/// </summary>
/// <param name="Settled">One more than hunks.</param>
internal sealed record MarkedText(IReadOnlyList<ReadOnlyMemory<byte>> Settled, IReadOnlyList<Hunk> Hunks)
{
    /// <summary>The file with each hunk replaced by what it was resolved to.</summary>
    public byte[] With(IReadOnlyList<ReadOnlyMemory<byte>> resolved)
    {
        using var file = new MemoryStream();
        file.Write(Settled[0].Span);
        for (var index = 0; index < Hunks.Count; index++)
        {
            file.Write(resolved[index].Span);
            file.Write(Settled[index + 1].Span);
        }

        return file.ToArray();
    }
}
