using System.Text.RegularExpressions;

namespace Monolith.Plugins.Integration.Dependencies.DotNet;

/// <summary>The project and property files that name versions: in an attribute or an element, in the project or centrally.</summary>
internal static class VersionFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj", ".props", ".targets"];

    /// <returns>How many places were changed.</returns>
    public static int Change(string folder, IReadOnlyList<string> tracked, PackageUpdate update)
    {
        var (package, version) = (Regex.Escape(update.Package), Regex.Escape(update.Written));
        const string item = "<(?:PackageReference|PackageVersion|GlobalPackageReference)";
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        Regex[] places =
        [
            new($"""{item}\s[^<>]*?\b(?:Include|Update)\s*=\s*["']{package}["'][^<>]*?\s(?:Version|VersionOverride)\s*=\s*["'](?<version>{version})["']""", options, Patience),
            new($"""{item}\s[^<>]*?\b(?:Version|VersionOverride)\s*=\s*["'](?<version>{version})["'][^<>]*?\s(?:Include|Update)\s*=\s*["']{package}["']""", options, Patience),
            new($"""{item}\s[^<>]*?\b(?:Include|Update)\s*=\s*["']{package}["'][^<>]*>(?:(?!</Package).)*?<(?:Version|VersionOverride)>\s*(?<version>{version})\s*<""", options | RegexOptions.Singleline, Patience),
        ];
        var files = tracked.Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Select(path => Path.Combine(folder, path)).Where(file => new FileInfo(file) is { Exists: true, LinkTarget: null }).ToList();
        return files.Sum(file => places.Sum(place => TextFile.Replace(file, place, "version", update.To)));
    }
}
