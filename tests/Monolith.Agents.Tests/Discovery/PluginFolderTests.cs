using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Discovery;

public sealed class PluginFolderTests
{
    [Fact]
    public void In_Subfolders_GivesThemInOrdinalOrderWithoutFilesAndHiddenOnes()
    {
        using var plugins = new TempFolder();
        foreach (var name in (string[])["b", "a", "B", ".hidden"])
            plugins.Sub(name);
        plugins.File("readme.txt");

        Assert.Equal(["B", "a", "b"], PluginFolder.In(plugins.Path).Select(folder => folder.Name));
    }

    [Fact]
    public void In_DllBesideTheFolders_IsThereWithTheFolderItBelongsInto()
    {
        using var plugins = new TempFolder();
        plugins.File("stray.dll");

        var stray = Assert.Single(PluginFolder.In(plugins.Path));

        Assert.Equal("stray.dll", stray.Name);
        Assert.Contains($"into '{System.IO.Path.Combine(plugins.Path, "stray")}'", stray.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_NoSuchDirectory_IsEmpty() => Assert.Empty(PluginFolder.In("/nowhere/at/all"));
}
