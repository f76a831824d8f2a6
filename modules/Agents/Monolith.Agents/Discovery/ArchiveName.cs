using System.Text.RegularExpressions;

namespace Monolith.Agents.Discovery;

/// <summary>What an archive's file name says: <c>Acme.Hello.1.2.0.nupkg</c> and <c>hello-1.2.0.zip</c> are versions of the plugins <c>Acme.Hello</c> and <c>hello</c>.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Version">Three or four numbers; 0.0 when the name has none.</param>
/// <param name="Label">What stands after the numbers, as <c>beta.1</c>; empty for a release.</param>
internal sealed partial record ArchiveName(string Plugin, Version Version, string Label) : IComparable<ArchiveName>
{
    public static ArchiveName Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Pattern().Match(name) is { Success: true } found
            ? new(found.Groups["plugin"].Value, Version.Parse(found.Groups["version"].Value), found.Groups["label"].Value)
            : new(name, new Version(0, 0), "");
    }

    /// <summary>A release comes after its own previews.</summary>
    public int CompareTo(ArchiveName? other)
    {
        if (other is null)
            return 1;
        var byVersion = Version.CompareTo(other.Version);
        if (byVersion != 0)
            return byVersion;
        return (Label.Length == 0, other.Label.Length == 0) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => string.CompareOrdinal(Label, other.Label),
        };
    }

    [GeneratedRegex(@"^(?<plugin>.+?)[.\-_]v?(?<version>\d{1,9}\.\d{1,9}\.\d{1,9}(\.\d{1,9})?)(-(?<label>[0-9A-Za-z.\-]+))?(\+.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
