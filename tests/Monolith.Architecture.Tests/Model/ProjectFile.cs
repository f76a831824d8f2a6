using System.Xml.Linq;

namespace Monolith.Architecture.Tests.Model;

/// <summary>A project and what it declares, in its own file and in the shared ones that apply to it.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Files">The project's own XML first, then every Directory.Build file above it.</param>
public sealed record ProjectFile(string Path, IReadOnlyList<XDocument> Files)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public ProjectKind Kind => Path.Split('/')[0] switch
    {
        "host" => ProjectKind.Host,
        "plugins" => ProjectKind.Plugin,
        "tests" => ProjectKind.Test,
        "modules" => ModuleKind(Name),
        _ => ProjectKind.Build,
    };

    public bool IsProduction => Kind is not (ProjectKind.Test or ProjectKind.Build);

    /// <summary>Names of the projects whose types this one can see.</summary>
    public IEnumerable<string> ProjectReferences =>
        Items("ProjectReference")
            .Where(item => !Is(item, "ReferenceOutputAssembly", "false"))
            .SelectMany(item => Include(item))
            .Select(include => System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/')));

    /// <summary>Names of the packages that come along at run time: analyzers do not.</summary>
    public IEnumerable<string> PackageReferences =>
        Items("PackageReference").Where(item => !Is(item, "PrivateAssets", "all")).SelectMany(Include);

    private static ProjectKind ModuleKind(string name) => name switch
    {
        "Monolith.Kernel" => ProjectKind.Kernel,
        "Monolith.Client" => ProjectKind.Client,
        "Monolith.Cli" => ProjectKind.Tool,
        "Monolith.Agents.Testing" or "Monolith.Agents.Extensions.AI" => ProjectKind.Authoring,
        "Monolith.Agents.Templates" => ProjectKind.Build,
        _ when name.EndsWith(".Analyzers", StringComparison.Ordinal) => ProjectKind.Analyzer,
        _ when name.EndsWith(".Sdk", StringComparison.Ordinal) => ProjectKind.Sdk,
        _ when name.EndsWith(".Contracts", StringComparison.Ordinal) => ProjectKind.Contracts,
        _ when name.EndsWith(".Bridge", StringComparison.Ordinal) => ProjectKind.Program,
        _ when name.EndsWith(".Worker", StringComparison.Ordinal) => ProjectKind.Worker,
        _ => ProjectKind.Implementation,
    };

    private static bool Is(XElement item, string metadata, string value) =>
        string.Equals(item.Attribute(metadata)?.Value ?? item.Element(metadata)?.Value, value, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<XElement> Items(string name) => Files.SelectMany(file => file.Descendants(name));

    private IEnumerable<string> Include(XElement item) =>
        (item.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Expand);

    /// <summary>A reference that is one property, such as $(MartenShim), stands for that property's value.</summary>
    private string Expand(string include) =>
        include.StartsWith("$(", StringComparison.Ordinal) && include.IndexOf(')', StringComparison.Ordinal) == include.Length - 1
            ? Files.SelectMany(file => file.Descendants(include[2..^1])).FirstOrDefault()?.Value ?? include
            : include;
}
