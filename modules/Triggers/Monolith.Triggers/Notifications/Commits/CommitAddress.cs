namespace Monolith.Triggers.Notifications.Commits;

/// <summary>A commit that its forge shows runs at: <c>status+github:owner/name@sha</c>, <c>status+gitlab:42@sha</c>.</summary>
/// <param name="Forge"><c>github</c> or <c>gitlab</c>.</param>
/// <param name="Repository">The full name at GitHub, the project's number at GitLab.</param>
/// <param name="Sha">The commit.</param>
internal sealed record CommitAddress(string Forge, string Repository, string Sha)
{
    public const string Scheme = "status+";

    /// <returns>Null for what is none.</returns>
    public static CommitAddress? Of(string address)
    {
        if (!address.StartsWith(Scheme, StringComparison.Ordinal) || address[Scheme.Length..].Split(':', 2) is not [var forge and ("github" or "gitlab"), var place])
            return null;
        return place.Split('@') is [{ Length: > 0 } repository, { Length: > 0 } sha] ? new CommitAddress(forge, repository, sha) : null;
    }
}
