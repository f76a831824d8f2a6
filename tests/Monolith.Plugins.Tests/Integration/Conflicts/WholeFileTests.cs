namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>What has no lines to put together.</summary>
public sealed class WholeFileTests : ConflictTestBase
{
    [Theory]
    [InlineData("ours", 1)]
    [InlineData("theirs", 2)]
    public async Task Conflict_Binary_TakesTheWholeFile(string side, byte content)
    {
        CommitBytes("main", "First", ("a.bin", [0, 0]));
        CommitBytes("feature", "Feature", ("a.bin", [0, 2]));
        On("main");
        CommitBytes("main", "Main", ("a.bin", [0, 1]));

        Assert.Equal(("a.bin", "binary", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal([0, content], Bytes("a.bin"));
    }

    [Theory]
    [InlineData("ours", false)]
    [InlineData("theirs", true)]
    public async Task Conflict_DeletedHereChangedThere_IsThereOrGone(string side, bool exists)
    {
        Commit("main", "First", ("a.txt", "1\n"), ("keep", ""));
        Commit("feature", "Feature", ("a.txt", "changed\n"));
        On("main");
        Commit("main", "Main", ("a.txt", null));

        Assert.Equal(("a.txt", "deleted", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal(exists, File.Exists(Path.Combine(Source, "a.txt")));
        Assert.Equal("", Git("status", "--porcelain", "--ignored"));
    }
}
