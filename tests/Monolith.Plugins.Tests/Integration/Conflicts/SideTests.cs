namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>The same lines on both sides.</summary>
public sealed class SideTests : ConflictTestBase
{
    [Theory]
    [InlineData("merge", "ours", "main")]
    [InlineData("merge", "theirs", "feature")]
    [InlineData("squash", "theirs", "feature")]
    [InlineData("rebase", "ours", "main")]
    [InlineData("rebase", "theirs", "feature")]
    public async Task Conflict_SameLine_TakesTheSide(string strategy, string side, string line)
    {
        Commit("main", "First", ("a.txt", "1\n2\n3\n"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n"));
        Commit("feature", "More", ("b.txt", "more\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n"));

        var result = (await MergeAsync(side, $"\"strategy\": \"{strategy}\",")).Succeeded();

        Assert.Equal($"1\n{line}\n3\n", Text("a.txt"));
        Assert.Equal("more\n", Text("b.txt"));
        Assert.Equal(("a.txt", "hunk", side), Only(result));
        Assert.Equal((1, 1), (result.Metrics["conflicts"], result.Metrics[$"conflicts.{side}"]));
        Assert.Equal("", Git("status", "--porcelain", "--ignored"));
    }

    [Fact]
    public async Task Conflict_Rules_DecideByFile()
    {
        Commit("main", "First", ("a.txt", "1\n"), ("sub/x.lock", "1\n"));
        Commit("feature", "Feature", ("a.txt", "feature\n"), ("sub/x.lock", "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "main\n"), ("sub/x.lock", "main\n"));

        (await MergeAsync("ours", """ "rules": [{ "files": "**/*.lock", "conflicts": "theirs" }],""")).Succeeded();

        Assert.Equal(("main\n", "feature\n"), (Text("a.txt"), Text("sub/x.lock")));
    }
}
