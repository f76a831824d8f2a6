using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Loading;

public sealed class PluginReaderTests
{
    [Fact]
    public async Task Read_Plugin_AgentsKnowTheCopyWhichGoesWithIt()
    {
        using var data = new TempFolder();
        using var reader = Readers.In(data);
        var folder = new PluginFolder(PluginFixture.Copy("Good", data.Sub("plugins")));

        var outcome = reader.Read(folder);
        var copy = outcome.Result.Value.Agents[0].Folder;

        Assert.StartsWith(data.Path, copy, StringComparison.Ordinal);
        Assert.NotEqual(folder.Path, copy);
        Assert.Equal(outcome.ContentHash, ContentHash.Of(copy));
        await outcome.Result.Value.UnloadAsync();
        Assert.False(Directory.Exists(copy));
    }

    [Fact]
    public void Read_RefusedPlugin_LeavesNoCopy()
    {
        using var data = new TempFolder();
        using var reader = Readers.In(data);

        reader.Read(new PluginFolder(PluginFixture.Copy("ThrowingConstructor", data.Sub("plugins"))));

        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(data.Path, "loaded-plugins")));
    }
}
