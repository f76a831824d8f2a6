namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A path that git could not merge, and the versions that met there. Of a renamed file they come from its earlier names.</summary>
/// <param name="Ours">The target's; null when it has none of that name.</param>
/// <param name="Theirs">The source's; likewise.</param>
internal sealed record ConflictedPath(string Path, IndexEntry? Base, IndexEntry? Ours, IndexEntry? Theirs)
{
    /// <summary>Whether its content may have been merged line by line.</summary>
    public bool MayBeText => Ours is { IsFile: true } && Theirs is { IsFile: true };

    /// <summary>What it is when it has no hunks.</summary>
    public ConflictKind KindAsWhole => (Ours, Theirs) switch
    {
        ({ IsSubmodule: true }, { IsSubmodule: true }) => ConflictKind.Submodule,
        ({ IsFile: true }, { IsFile: true }) => Ours.Mode == Theirs.Mode ? ConflictKind.Binary : ConflictKind.Type,
        ({ }, { }) => ConflictKind.Type,
        (null, null) => ConflictKind.Name,
        _ => Base is null ? ConflictKind.Name : ConflictKind.Deleted,
    };
}
