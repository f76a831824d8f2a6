namespace Monolith.Triggers.Hooks.Sources;

/// <summary>Names of git.</summary>
internal static class GitRef
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    public static string? BranchOf(string? reference) => After(reference, Heads);

    public static string? TagOf(string? reference) => After(reference, Tags);

    /// <returns>Null for what is no commit: forges write zeros for one that is gone.</returns>
    public static string? Commit(string? sha) =>
        sha is { Length: >= 40 and <= 64 } && sha.All(char.IsAsciiHexDigitLower) && sha.Any(digit => digit != '0') ? sha : null;

    private static string? After(string? reference, string prefix) =>
        reference?.StartsWith(prefix, StringComparison.Ordinal) == true && reference.Length > prefix.Length ? reference[prefix.Length..] : null;
}
