using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Loading;

public sealed class PluginReaderTests
{
    [Fact]
    public async Task Read_Plugin_AgentsKnowTheCopy()
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
    }

    [Fact]
    public async Task ReadVersion_FolderTakenAway_LoadsTheCopy()
    {
        using var data = new TempFolder();
        using var reader = Readers.In(data);
        var folder = PluginFixture.Copy("Good", data.Sub("plugins"));
        var first = reader.Read(new PluginFolder(folder));
        await first.Result.Value.UnloadAsync();
        Directory.Delete(folder, recursive: true);

        var again = reader.ReadVersion(first.ContentHash);

        Assert.Equal((first.Source.Place, first.ContentHash), (again!.Source.Place, again.ContentHash));
        Assert.Equal("greet", Assert.Single(again.Result.Value.Agents).Listing.Name);
        await again.Result.Value.UnloadAsync();
    }

    [Fact]
    public async Task ReadVersion_CopyThatWasChanged_IsNotThere()
    {
        using var data = new TempFolder();
        using var reader = Readers.In(data);
        var outcome = reader.Read(new PluginFolder(PluginFixture.Copy("Good", data.Sub("plugins"))));
        await File.WriteAllTextAsync(Path.Combine(outcome.Result.Value.Agents[0].Folder, "more.txt"), "more");

        Assert.Null(reader.ReadVersion(outcome.ContentHash));
        await outcome.Result.Value.UnloadAsync();
    }
}
