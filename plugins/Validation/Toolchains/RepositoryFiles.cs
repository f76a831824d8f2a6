namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>Looks for files of a repository by name: not through links, and not where git or packages have theirs.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] PassedOver = [".git", "node_modules", ".venv", "venv", ".monolith"];

    public static IReadOnlyList<string> Find(string folder, string pattern) =>
        [.. In(new DirectoryInfo(folder), pattern).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> In(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Where(file => file.LinkTarget is null).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories()
                .Where(inner => inner.LinkTarget is null && !PassedOver.Contains(inner.Name))
                .SelectMany(inner => In(inner, pattern)));
}
