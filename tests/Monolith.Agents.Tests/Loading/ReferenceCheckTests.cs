using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Loading;

public sealed class ReferenceCheckTests
{
    [Fact]
    public void Read_MissingDependencyWithoutManifest_IsFailed()
    {
        using var plugins = new TempFolder();
        var folder = PluginFixture.Copy("MissingDependency", plugins.Path, "Monolith.PluginFixtures.MissingDependency");
        File.Delete(Path.Combine(folder, "Monolith.PluginFixtures.MissingDependency.deps.json"));

        Assert.Contains("A dependency is missing: Monolith.PluginFixtures.LostLibrary.dll", Reason(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DependencyThatOnlyTheHostHas_IsFailed()
    {
        using var plugins = new TempFolder();
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Autofac.dll")));
        var folder = PluginFixture.Copy("HostsLibrary", plugins.Path, "Monolith.PluginFixtures.HostsLibrary");

        Assert.Contains("A dependency is missing: Autofac.dll", Reason(folder), StringComparison.Ordinal);
    }

    private static string Reason(string folder)
    {
        using var data = new TempFolder();
        using var reader = Readers.In(data);
        return Assert.Single(reader.Read(new PluginFolder(folder)).Result.Problems).Message;
    }
}
