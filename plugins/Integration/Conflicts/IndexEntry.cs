namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A version of a path in the index.</summary>
/// <param name="Mode">Git's, such as <c>100644</c>.</param>
/// <param name="Id">The object's.</param>
internal sealed record IndexEntry(string Mode, string Id)
{
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);

    public bool IsSubmodule => Mode == "160000";
}
