namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A path in conflict and what is to be resolved there.</summary>
/// <param name="Text">The file with its markers; null where it is one conflict as a whole.</param>
/// <param name="Mode">Of the file when it is resolved by hunks.</param>
internal sealed record ConflictedFile(ConflictedPath Path, MarkedText? Text, string? Mode, IReadOnlyList<Conflict> Conflicts)
{
    public static ConflictedFile Whole(ConflictedPath path, ConflictKind? kind = null) =>
        new(path, Text: null, Mode: null, [Conflict.OfFile(path, kind ?? path.KindAsWhole)]);

    public static ConflictedFile InHunks(ConflictedPath path, MarkedText text)
    {
        var conflicts = new List<Conflict>();
        foreach (var (index, hunk) in text.Hunks.Index())
        {
            var conflict = Conflict.OfHunk(path.Path, hunk, twin: 0);
            for (var twin = 1; conflicts.Exists(other => other.Id == conflict.Id); twin++)
            {
                conflict = Conflict.OfHunk(path.Path, hunk, twin);
            }

            conflicts.Add(conflict with { Before = Lines.Last(text.Settled[index]), After = Lines.First(text.Settled[index + 1]) });
        }

        return new ConflictedFile(path, text, ModeOf(path), conflicts);
    }

    // The side that changed the mode wins, as it does where git merges by itself.
    private static string ModeOf(ConflictedPath path) =>
        path.Base is { } common && path.Ours!.Mode == common.Mode ? path.Theirs!.Mode : path.Ours!.Mode;
}
