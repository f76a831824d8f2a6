using System.Text.Json;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.DotNet.Licensing;

/// <summary>What a restore notes of a project: <c>obj/project.assets.json</c>.</summary>
internal static class AssetsFile
{
    public const string Name = "project.assets.json";

    public static IReadOnlyList<Dependency> Read(string path)
    {
        using var stream = ToolReport.Open(path);
        using var document = JsonDocument.Parse(stream);
        var folders = document.RootElement.Entries("packageFolders").Select(folder => folder.Name).ToList();
        return
        [
            .. from library in document.RootElement.Entries("libraries")
               where library.Value.Word("type") == "package" && library.Name.Contains('/', StringComparison.Ordinal)
               let parts = library.Name.Split('/', 2)
               select new Dependency(parts[0], parts[1], License(folders, library.Value.Word("path") ?? library.Name, parts[0])),
        ];
    }

    private static string? License(List<string> folders, string path, string id) =>
        folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path)))
            .Select(folder => NuspecFile.License(folder, id)).FirstOrDefault(license => license is not null);
}
