using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Discovery;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_SameFilesElsewhere_IsTheSame()
    {
        using var one = new TempFolder();
        using var other = new TempFolder();
        one.File("b.dll", "B");
        one.File("a/c.dll", "C");
        other.File("a/c.dll", "C");
        other.File("b.dll", "B");

        Assert.Equal(ContentHash.Of(one.Path), ContentHash.Of(other.Path));
    }

    [Theory]
    [InlineData("b.dll", "changed")]
    [InlineData("a/new.dll", "")]
    public void Of_AFileChangedOrAdded_IsAnother(string file, string content)
    {
        using var folder = new TempFolder();
        folder.File("b.dll", "B");
        var before = ContentHash.Of(folder.Path);

        folder.File(file, content);

        Assert.NotEqual(before, ContentHash.Of(folder.Path));
    }

    [Fact]
    public void Of_BytesMovedFromOneFileToTheNext_IsAnother()
    {
        using var one = new TempFolder();
        using var other = new TempFolder();
        one.File("a", "12");
        one.File("b", "3");
        other.File("a", "1");
        other.File("b", "23");

        Assert.NotEqual(ContentHash.Of(one.Path), ContentHash.Of(other.Path));
    }

    [Fact]
    public void Of_LinkToItsOwnFolder_Ends()
    {
        using var folder = new TempFolder();
        folder.File("a", "1");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "ring"), folder.Path);

        Assert.Equal(64, ContentHash.Of(folder.Path).Length);
    }
}
