using System.Reflection;

namespace Monolith.PluginFixtures;

/// <summary>The real plugins under tests/PluginFixtures, as built: <c>Monolith.PluginFixtures.{name}</c>.</summary>
internal static class PluginFixture
{
    /// <summary>Copies a fixture's output into <c>{plugins}/{folder}</c>; the folder is called as the fixture when null.</summary>
    /// <returns>The plugin's folder.</returns>
    public static string Copy(string name, string plugins, string? folder = null)
    {
        var target = Path.Combine(plugins, folder ?? name);
        CopyFolder(Output(name), target);
        return target;
    }

    public static void CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>The folder of a sample that needs no build.</summary>
    public static string Sample(string name) => Path.Combine(Metadata("PluginSamples"), name);

    /// <summary>The folder a fixture is built into.</summary>
    public static string Output(string name) =>
        Path.Combine(Metadata("PluginFixtures"), $"Monolith.PluginFixtures.{name}", Metadata("PluginFixturesPivot"));

    private static string Metadata(string key) =>
        typeof(PluginFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
