namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Files that both sides added.</summary>
public sealed class AdditionTests : ConflictTestBase
{
    [Fact]
    public async Task Conflict_AddedOnBothSides_TakesTheSide()
    {
        Commit("main", "First", ("keep", ""));
        Commit("feature", "Feature", ("a.txt", "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "main\n"));

        Assert.Equal(("a.txt", "hunk", "theirs"), Only((await MergeAsync("theirs")).Succeeded()));

        Assert.Equal("feature\n", Text("a.txt"));
    }
}
