using System.Xml.Linq;

namespace Monolith.Architecture.Tests.Model;

/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Xml">What the file says, before any evaluation.</param>
public sealed record BuildFile(string Path, XDocument Xml)
{
    /// <summary>A plugin that is broken, or at odds with another, on purpose.</summary>
    public bool IsFixture => Path.StartsWith("tests/PluginFixtures/", StringComparison.Ordinal);

    public static bool Is(string path) => System.IO.Path.GetExtension(path) is ".csproj" or ".props" or ".targets";

    public static BuildFile Read(string path) => new(path, XDocument.Load(Repository.Absolute(path)));
}
