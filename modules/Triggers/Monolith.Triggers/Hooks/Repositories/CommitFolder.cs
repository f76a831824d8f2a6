namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>The folder of definitions at a commit.</summary>
/// <param name="Forge"><c>github</c> or <c>gitlab</c>.</param>
/// <param name="Repository"><c>owner/name</c>, as the connection's glob saw it.</param>
/// <param name="Sha">The commit.</param>
internal sealed record CommitFolder(string Forge, string Repository, string Sha)
{
    public const string Name = ".monolith";
}
