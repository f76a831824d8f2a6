using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Loading;

public sealed class PluginReaderTests
{
    [Fact]
    public async Task Read_Plugin_AgentsKnowItsFolder()
    {
        using var plugins = new TempFolder();
        using var reader = new PluginReader(TimeProvider.System);
        var folder = new PluginFolder(PluginFixture.Copy("Good", plugins.Path));

        var plugin = reader.Read(folder).Result.Value;

        Assert.All(plugin.Agents, agent => Assert.Equal(Path.GetFullPath(folder.Path), agent.Folder));
        await plugin.UnloadAsync();
    }
}
