using System.Text.Json;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.Node.Licensing;

/// <summary>The packages in <c>node_modules</c>, those inside of others too, each with what its own <c>package.json</c> says.</summary>
internal static class InstalledPackages
{
    private const string Folder = "node_modules";
    private const int MostDepth = 30;

    public static Outcome<IReadOnlyList<Dependency>> Find(NodeProject project)
    {
        var folder = Path.Combine(project.Job.Folder, Folder);
        if (!project.Package.HasDependencies)
        {
            return Array.Empty<Dependency>();
        }

        return Directory.Exists(folder)
            ? In(new DirectoryInfo(folder), MostDepth).Distinct().ToArray()
            : Failed.Workspace($"The packages are not installed, so their licences are unknown: there is no {Folder}. Let a stage 'build' go first.");
    }

    // pnpm keeps the packages in a store below and links to them, so folders that begin with a dot are looked into as well.
    private static IEnumerable<Dependency> In(DirectoryInfo folder, int depth) =>
        from inner in depth == 0 ? [] : folder.EnumerateDirectories()
        where inner.LinkTarget is null && inner.Name is not (".bin" or ".cache")
        from found in inner.Name.StartsWith('@') || inner.Name.StartsWith('.') || inner.Name == Folder
            ? In(inner, depth - 1)
            : Package(inner, depth - 1)
        select found;

    private static IEnumerable<Dependency> Package(DirectoryInfo folder, int depth)
    {
        var file = Path.Combine(folder.FullName, PackageFile.Name);
        if (Read(file) is { } package)
        {
            yield return package;
        }

        var inner = new DirectoryInfo(Path.Combine(folder.FullName, Folder));
        if (inner is { Exists: true, LinkTarget: null })
        {
            foreach (var found in In(inner, depth))
            {
                yield return found;
            }
        }
    }

    private static Dependency? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(ToolReport.ReadText(file));
            return document.RootElement.Word("name") is { } name && document.RootElement.Word("version") is { } version
                ? new Dependency(name, version, License(document.RootElement, Path.GetDirectoryName(file)!))
                : null;
        }
        catch (JsonException)
        {
            return new Dependency(Path.GetFileName(Path.GetDirectoryName(file)!), "?", License: null);
        }
    }

    private static string? License(JsonElement package, string folder)
    {
        var old = package.Items("licenses").Select(license => license.Word("type")).OfType<string>().ToList();
        var said = package.Word("license") ?? package.Member("license")?.Word("type") ?? (old.Count > 0 ? string.Join(" OR ", old) : null);
        return said is null or "" || said.StartsWith("SEE LICENSE IN", StringComparison.OrdinalIgnoreCase)
            ? LicenseText.InFile(Path.Combine(folder, "LICENSE")) ?? LicenseText.InFile(Path.Combine(folder, "LICENSE.md"))
            : said;
    }
}
