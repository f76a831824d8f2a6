namespace Monolith.Plugins.Integration.Conflicts;

internal enum ConflictKind
{
    /// <summary>Text of which both sides changed the same lines.</summary>
    Hunk,

    /// <summary>Both sides changed a file that is not text.</summary>
    Binary,

    /// <summary>One side changed or renamed it, the other deleted it.</summary>
    Deleted,

    /// <summary>The name is one side's alone: renamed or laid here by it, and put elsewhere by the other.</summary>
    Name,

    /// <summary>The sides want different commits of a submodule.</summary>
    Submodule,

    /// <summary>A file here, a link or submodule there; or another mode.</summary>
    Type,
}
