using System.Text.RegularExpressions;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Patterns of paths: <c>*</c> and <c>?</c> stay in one folder, <c>**</c> goes through any number.</summary>
internal static class PathPattern
{
    public static Regex Of(string pattern)
    {
        var regex = Regex.Escape(pattern.TrimStart('/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($@"\A{regex}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
