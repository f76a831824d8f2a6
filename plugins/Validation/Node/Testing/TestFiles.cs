using System.Text.RegularExpressions;

namespace Monolith.Plugins.Validation.Node.Testing;

/// <summary>Files of tests. Node itself counts them to the coverage, which says nothing: tests always run.</summary>
internal static partial class TestFiles
{
    public static bool Are(string folder, string file) => Names().IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/'));

    [GeneratedRegex(@"(^|/)(tests?|__tests__|node_modules)/|[._-](test|spec)\.[cm]?[jt]sx?$|(^|/)test(-[^/]+)?\.[cm]?[jt]s$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
