using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Authoring;

internal static class Samples
{
    /// <summary>Copies a sample of modules/Agents/samples, as built, into a folder of plugins.</summary>
    public static string Copy(string name, string plugins)
    {
        var from = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(PluginFixture.Output("Good")))!, $"Monolith.Samples.{name}", Path.GetFileName(PluginFixture.Output("Good")));
        var to = Directory.CreateDirectory(Path.Combine(plugins, $"Monolith.Samples.{name}")).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }
}
