using System.Text.RegularExpressions;

namespace Monolith.Plugins.CodingCli.Limits;

/// <summary>Which files may be added, changed and deleted. Git's own folder never may.</summary>
internal sealed class TouchRules(IReadOnlyList<string> mayTouch, IReadOnlyList<string> mustNotTouch, int maxFiles)
{
    private const int NamedAtMost = 20;

    private readonly List<Regex> allowed = [.. mayTouch.Select(Pattern)];
    private readonly List<Regex> forbidden = [.. mustNotTouch.Select(Pattern), Pattern("**/.git/**"), Pattern(".git/**"), Pattern("**/.git")];

    /// <returns>Why the changes cannot be taken; null when they can.</returns>
    public string? Fault(IReadOnlyList<string> changed)
    {
        var wrong = changed.Where(path => !MayTouch(path)).ToList();
        if (wrong.Count > 0)
        {
            var more = wrong.Count > NamedAtMost ? $" and {wrong.Count - NamedAtMost} more" : "";
            return $"It touched what it must leave alone: {string.Join(", ", wrong.Take(NamedAtMost))}{more}.";
        }

        return changed.Count > maxFiles ? $"It changed {changed.Count} files, {maxFiles} at most are taken." : null;
    }

    private bool MayTouch(string path) =>
        (allowed.Count == 0 || allowed.Any(pattern => pattern.IsMatch(path))) && !forbidden.Any(pattern => pattern.IsMatch(path));

    /// <summary><c>*</c> and <c>?</c> stay in one folder, <c>**</c> goes through any number.</summary>
    private static Regex Pattern(string glob)
    {
        var regex = Regex.Escape(glob.Replace('\\', '/').TrimStart('/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($@"\A{regex}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
