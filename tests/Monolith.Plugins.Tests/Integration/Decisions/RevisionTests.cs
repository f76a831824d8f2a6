namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>What people sent back.</summary>
public sealed class RevisionTests : DecisionTestBase
{
    [Fact]
    public async Task SentBack_WithResolutions_IsProposedLikeThatAndThenDone()
    {
        Conflict();
        var ids = Ids((await RunAsync("merge_branch", Merge)).Proposal);
        var remark = $$"""{ "resolutions": { "*": "ours", "{{ids[0]}}": { "text": "both of us" }, "{{ids[1]}}": "both" } }""";

        var anew = (await RunAsync("merge_branch", Merge, SentBack("1", remark))).Proposal;
        Assert.Equal(["as proposed", "ours", "theirs"], anew!.Options);
        Assert.Equal("text: both of us", (string?)anew.Plan!["resolutions"]![ids[0]]);
        (await RunAsync("merge_branch", Merge, Approved("2", "as proposed"))).Succeeded();

        Assert.Equal("1\nboth of us\n3\n4\n5\n6\nmain\nfeature\n", Text("a.txt"));
        Assert.Equal([0, 1], Bytes("b.bin"));
    }

    [Theory]
    [InlineData("""{ "resolutions": { "no-such": "ours", "ID": "sideways", "BINARY": { "text": "x" } } }""", "'no-such' is no conflict's id|must be 'ours'|cannot be resolved by 'text'")]
    [InlineData("""{ "what": 1 }""", "must be an object with 'resolutions'")]
    public async Task SentBack_WithMistakes_NamesThemAll(string remark, string says)
    {
        Conflict();
        var ids = Ids((await RunAsync("merge_branch", Merge)).Proposal);

        var anew = (await RunAsync("merge_branch", Merge, SentBack("1", remark.Replace("ID", ids[0], StringComparison.Ordinal).Replace("BINARY", ids[2], StringComparison.Ordinal)))).Proposal;

        Assert.All(says.Split('|'), part => Assert.Contains(part, anew!.Description, StringComparison.Ordinal));
        Assert.DoesNotContain("as proposed", anew!.Options);
    }
}
