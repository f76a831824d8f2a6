namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Names of one side alone.</summary>
public sealed class RenameTests : ConflictTestBase
{
    [Theory]
    [InlineData("ours")]
    [InlineData("theirs")]
    public async Task Conflict_ChangedHereRenamedAndChangedThere_IsInTheNewName(string side)
    {
        var rest = string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"));
        Commit("main", "First", ("ä/alt.txt", "1\n" + rest));
        Commit("feature", "Feature", ("ä/alt.txt", null), ("ö/日本 neu.txt", "feature\n" + rest));
        On("main");
        Commit("main", "Main", ("ä/alt.txt", "main\n" + rest));

        Assert.Equal(("ö/日本 neu.txt", "hunk", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal((side == "ours" ? "main\n" : "feature\n") + rest, Text("ö/日本 neu.txt"));
        Assert.False(File.Exists(Path.Combine(Source, "ä/alt.txt")));
    }

    [Theory]
    [InlineData("ours", "here.txt")]
    [InlineData("theirs", "there.txt")]
    public async Task Conflict_RenamedToTwoNames_KeepsTheSides(string side, string name)
    {
        var rest = string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"));
        Commit("main", "First", ("a.txt", "1\n" + rest));
        Commit("feature", "Feature", ("a.txt", null), ("there.txt", "feature\n" + rest));
        On("main");
        Commit("main", "Main", ("a.txt", null), ("here.txt", "main\n" + rest));

        (await MergeAsync(side)).Succeeded();

        Assert.Equal(name, Git("ls-files"));
        Assert.Equal((side == "ours" ? "main\n" : "feature\n") + rest, Text(name));
    }
}
