namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Files with many conflicts.</summary>
public sealed class ManyHunksTests : ConflictTestBase
{
    [Fact]
    public async Task Conflict_TwoHundredHunks_AllResolvedRestUntouched()
    {
        string File(string what) => string.Concat(Enumerable.Range(0, 200).Select(number => $"{what} {number}\nsame {number}\nalso\n"));
        Commit("main", "First", ("a.txt", File("base")));
        Commit("feature", "Feature", ("a.txt", File("feature")));
        On("main");
        Commit("main", "Main", ("a.txt", File("main")));

        var result = (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(200, result.Metrics["conflicts"]);
        Assert.Equal(File("feature"), Text("a.txt"));
    }
}
