using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Discovery;

public sealed class PluginCopiesTests
{
    [Fact]
    public void Copy_Plugin_IsTheSameAndForTheHostAlone()
    {
        using var data = new TempFolder();
        var folders = new DataFolders(data.Path);
        var plugin = new PluginFolder(PluginFixture.Copy("Good", data.Sub("plugins")));

        var copy = new PluginCopies(folders, TimeProvider.System).Copy(plugin).Value.Copy;

        Assert.Equal((plugin.Name, plugin.Path), (copy.Name, copy.Origin));
        Assert.Equal(ContentHash.Of(plugin.Path), ContentHash.Of(copy.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folders.LoadedPlugins));
    }

    [Theory]
    [InlineData("link.dll", "/etc/hosts")]
    [InlineData("folder", "/etc")]
    [InlineData("nowhere", "/nowhere/at/all")]
    public void Copy_FolderWithALink_IsRefusedAndLeavesNothing(string name, string target)
    {
        using var data = new TempFolder();
        var folders = new DataFolders(data.Path);
        var plugin = PluginFixture.Copy("Good", data.Sub("plugins"));
        File.CreateSymbolicLink(Path.Combine(plugin, name), target);

        var copy = new PluginCopies(folders, TimeProvider.System).Copy(new PluginFolder(plugin));

        Assert.Contains($"'{name}' is a link.", Assert.Single(copy.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folders.LoadedPlugins, "*", SearchOption.AllDirectories));
    }
}
