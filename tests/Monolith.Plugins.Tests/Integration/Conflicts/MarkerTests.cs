namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Lines that look like markers, and markers of other sizes.</summary>
public sealed class MarkerTests : ConflictTestBase
{
    [Fact]
    public async Task Conflict_LinesLikeMarkers_AreNotTakenForThem()
    {
        var drawn = string.Concat(new[] { 7, 43, 47 }.Select(size => $"{new string('<', size)} x\n{new string('=', size)}\n{new string('>', size)}\n"));
        Commit("main", "First", ("a.txt", drawn + "2\n"));
        Commit("feature", "Feature", ("a.txt", drawn + "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", drawn + "main\n"));

        (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(drawn + "feature\n", Text("a.txt"));
    }

    [Fact]
    public async Task Conflict_OwnMarkerSize_IsHeeded()
    {
        Commit("main", "First", (".gitattributes", "*.txt conflict-marker-size=9\n"), ("a.txt", "1\n2\n3\n"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n"));

        Assert.Equal("hunk", Only((await MergeAsync("theirs")).Succeeded()).Kind);

        Assert.Equal("1\nfeature\n3\n", Text("a.txt"));
    }
}
