namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Files that end without a line end.</summary>
public sealed class LastLineTests : ConflictTestBase
{
    [Theory]
    [InlineData("ours", "1\nmain")]
    [InlineData("theirs", "1\nfeature\n")]
    public async Task Conflict_LastLineWithoutAnEnd_StaysAsItWas(string side, string content)
    {
        Commit("main", "First", ("a.txt", "1\n2"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain"));

        (await MergeAsync(side)).Succeeded();

        Assert.Equal(content, Text("a.txt"));
    }
}
