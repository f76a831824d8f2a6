using System.Xml.Linq;

namespace Monolith.Architecture.Tests.Model;

/// <summary>The repository on disk, found from where the tests run. Nothing in it is listed by hand.</summary>
public static class Repository
{
    private static readonly string[] SourceFolders = ["host", "modules", "plugins", "tests", "build"];

    /// <summary>Samples are what users' pipelines work on, and templates what their projects begin with, not code of this solution; what is in Generated nobody wrote or reads.</summary>
    private static readonly HashSet<string> NotSource =
        new(["artifacts", "bin", "obj", "samples", "templates", "Generated", "TestResults", "__mismatch__"], StringComparer.Ordinal);

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every folder of source, from the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        [.. SourceFolders.Where(folder => Directory.Exists(Absolute(folder))).SelectMany(WithSubfolders)];

    public static IReadOnlyList<string> Files { get; } =
        [.. Folders.SelectMany(folder => Directory.GetFiles(Absolute(folder))).Select(Relative)];

    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Load)];

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(SourceFile.Read)];

    /// <summary>Everything that sets properties or references, the shared files at the root among them.</summary>
    public static IReadOnlyList<BuildFile> BuildFiles { get; } =
        [.. Files.Concat(Directory.GetFiles(Root).Select(Relative)).Where(BuildFile.Is).Select(BuildFile.Read)];

    /// <summary>The built assembly of every production project, of the configuration the tests were built in.</summary>
    public static IReadOnlyList<BuiltAssembly> Assemblies { get; } =
        [.. Projects.Where(project => project.IsProduction).Select(BuiltAssembly.Read)];

    public static string Absolute(string path) => Path.Combine(Root, path);

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "Monolith.sln"))
            ? from
            : FindRoot(Path.GetDirectoryName(from.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("Monolith.sln"));

    private static IEnumerable<string> WithSubfolders(string folder) =>
        Directory.GetDirectories(Absolute(folder))
            .Where(path => !NotSource.Contains(Path.GetFileName(path)))
            .SelectMany(path => WithSubfolders(Relative(path)))
            .Prepend(folder);

    private static ProjectFile Load(string path) =>
        new(path, [.. SharedFiles(path).Prepend(path).Select(file => XDocument.Load(Absolute(file)))]);

    private static IEnumerable<string> SharedFiles(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets" })
            {
                if (File.Exists(Absolute(Path.Combine(folder, name))))
                {
                    yield return Path.Combine(folder, name);
                }
            }
        }
    }
}
