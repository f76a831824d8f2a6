using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Discovery;

public sealed class MainAssemblyTests
{
    [Theory]
    [InlineData("P.dll", "P.dll Other.dll Other.deps.json")]
    [InlineData("Main.dll", "Main.dll Library.dll Main.deps.json")]
    [InlineData("Any.dll", "Any.dll readme.txt")]
    public void Find_FilesThatSayWhichIsMain_GivesIt(string expected, string files)
    {
        using var plugins = new TempFolder();
        foreach (var file in files.Split(' '))
            plugins.File($"P/{file}");

        var found = MainAssembly.Find(new PluginFolder(Path.Combine(plugins.Path, "P")));

        Assert.Equal(Path.Combine(plugins.Path, "P", expected), found.Value);
    }

    [Theory]
    [InlineData("holds no dll", "readme.txt")]
    [InlineData("holds 2 dlls and nothing says which", "A.dll B.dll")]
    [InlineData("holds 2 dlls and nothing says which", "A.dll B.dll A.deps.json B.deps.json")]
    [InlineData("'Main.deps.json' names 'Main.dll', which is not there", "Main.deps.json Other.dll")]
    public void Find_FilesThatDoNot_SaysWhy(string reason, string files)
    {
        using var plugins = new TempFolder();
        foreach (var file in files.Split(' '))
            plugins.File($"P/{file}");

        var found = MainAssembly.Find(new PluginFolder(Path.Combine(plugins.Path, "P")));

        Assert.Contains(reason, Assert.Single(found.Problems).Message, StringComparison.Ordinal);
    }
}
