using System.Text.RegularExpressions;

namespace Monolith.Plugins.Git.Addresses;

/// <summary>Names that reach git as arguments, by the rules of <c>git check-ref-format</c>.</summary>
internal static partial class RefName
{
    public static AgentResult? Check(string parameter, string? name) => name is null || IsBranch(name)
        ? null
        : Failed.Validation($"'{parameter}' is no name that git allows for a branch, tag or remote: '{name.Cut(100)}'.");

    public static AgentResult? CheckCommit(string? commit) => commit is null || Commit().IsMatch(commit)
        ? null
        : Failed.Validation("'commit' must be 7 to 64 hexadecimal digits.");

    public static bool IsFullCommit(string commit) => commit.Length is 40 or 64;

    private static bool IsBranch(string name) => name.Length is > 0 and <= 200 && Branch().IsMatch(name);

    [GeneratedRegex(
        """^(?!-)(?!/)(?!@$)(?!.*//)(?!.*[.][.])(?!.*@\{)(?!(.*/)?[.])(?!.*[.]lock(/|$))[^\x00-\x20\x7f~^:?*\[\\]+(?<![./])\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Branch();

    [GeneratedRegex("""^[0-9a-fA-F]{7,64}\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
