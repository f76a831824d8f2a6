namespace Monolith.Plugins.Scaffold.Templates;

/// <summary>Where templates are taken from: those that come with the agent, or a folder of the workspace.</summary>
internal static class TemplateShelf
{
    private const string Root = "templates/";

    /// <returns>Those that come with the agent, by name.</returns>
    public static IReadOnlyList<Template> BuiltIn()
    {
        var assembly = typeof(TemplateShelf).Assembly;
        return Assemble(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => (Name: name, Path: name[Root.Length..]))
            .GroupBy(file => file.Path[..file.Path.IndexOf('/', StringComparison.Ordinal)])
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<TemplateFile> (group) => [.. group.Select(file => new TemplateFile(file.Path[(group.Key.Length + 1)..], () => Resource(file.Name)))]));

        byte[] Resource(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    /// <param name="folder">Each folder in it that has a manifest is a template.</param>
    public static IReadOnlyList<Template> In(string folder) => Assemble(new DirectoryInfo(folder).EnumerateDirectories()
        .Where(template => template.LinkTarget is null)
        .ToDictionary(template => template.Name, IReadOnlyList<TemplateFile> (template) => [.. FilesIn(template)]));

    private static IEnumerable<TemplateFile> FilesIn(DirectoryInfo template)
    {
        foreach (var entry in template.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(template.FullName, entry.FullName).Replace('\\', '/');
            // It could lead to any file of this machine, which would then be in the project.
            if (entry.LinkTarget is not null)
            {
                throw new TemplateException(template.Name, $"'{path}' is a link");
            }

            if (entry is FileInfo file)
            {
                yield return new TemplateFile(path, () => File.ReadAllBytes(file.FullName));
            }
        }
    }

    private static IReadOnlyList<Template> Assemble(Dictionary<string, IReadOnlyList<TemplateFile>> folders) =>
    [
        .. folders.Where(folder => folder.Value.Any(IsManifest))
            .OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => Make(folder.Key, folder.Value, folders)),
    ];

    private static Template Make(string name, IReadOnlyList<TemplateFile> own, Dictionary<string, IReadOnlyList<TemplateFile>> folders)
    {
        var manifest = TemplateManifest.Read(name, own.Single(IsManifest).Read());
        var files = own.Where(file => !IsManifest(file)).ToDictionary(file => file.Path);
        foreach (var include in manifest.Includes)
        {
            if (!folders.TryGetValue(include, out var shared))
            {
                throw new TemplateException(name, $"there is no folder '{include}' to include");
            }

            foreach (var file in shared)
            {
                files.TryAdd(file.Path, file);
            }
        }

        return new Template(name, manifest, [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private static bool IsManifest(TemplateFile file) => file.Path == Template.ManifestFile;
}
