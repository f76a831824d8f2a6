using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration;

/// <summary>Conflicts that people decide about.</summary>
public sealed class DecisionTests : IntegrationTestBase
{
    private const string Merge = """{ "source": "feature" }""";

    [Fact]
    public async Task Manual_Conflicts_AreProposedWithTheHunksAndNothingMoves()
    {
        Conflict();
        var before = Everything();

        var proposal = (await RunAsync("merge_branch", Merge)).Proposal;

        Assert.NotNull(proposal);
        Assert.Null(proposal.Confidence);
        Assert.Equal("Resolve 3 conflicts: feature into main", proposal.Title);
        Assert.Equal(["ours", "theirs"], proposal.Options);
        var conflicts = proposal.Evidence!["conflicts"]!.AsArray();
        Assert.Equal(["hunk", "hunk", "binary"], conflicts.Select(conflict => (string?)conflict!["kind"]));
        Assert.Equal(("main\n", "2\n", "feature\n"), ((string?)conflicts[0]!["ours"], (string?)conflicts[0]!["base"], (string?)conflicts[0]!["theirs"]));
        Assert.Equal(Tip("main"), (string?)proposal.Plan!["target"]);
        Assert.Equal(".monolith/integration/stage/decisions.json", Assert.Single(proposal.Files));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task Approved_AnOption_HoldsForAll()
    {
        Conflict();
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);

        var result = (await RunAsync("merge_branch", Merge, Approved("1", "theirs"))).Succeeded();

        Assert.Equal("1\nfeature\n3\n4\n5\n6\nfeature\n", Text("a.txt"));
        Assert.Equal([0, 2], Bytes("b.bin"));
        Assert.Equal(3, result.Metrics["conflicts.person"]);
    }

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

    [Fact]
    public async Task Rebase_TwoCommitsInConflict_AsksTwiceAndKeepsTheFirstAnswer()
    {
        const string rebase = """{ "source": "feature", "strategy": "rebase" }""";
        Commit("main", "First", ("a.txt", "1\n"), ("b.txt", "1\n"));
        Commit("feature", "One", ("a.txt", "feature\n"));
        Commit("feature", "Two", ("b.txt", "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "main\n"), ("b.txt", "main\n"));

        var first = (await RunAsync("merge_branch", rebase)).Proposal;
        var second = (await RunAsync("merge_branch", rebase, Approved("1", "theirs"))).Proposal;
        (await RunAsync("merge_branch", rebase, Approved("2", "ours"))).Succeeded();

        Assert.Equal(("a.txt", "b.txt"), (Path(first), Path(second)));
        Assert.Equal(("feature\n", "main\n"), (Text("a.txt"), Text("b.txt")));
        // The second commit has nothing left to change, so it is not there.
        Assert.Equal("One\nMain\nFirst", Git("log", "--format=%s"));
    }

    [Fact]
    public async Task Approved_TargetMovedMeanwhile_IsAskedAnew()
    {
        Conflict();
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);
        Commit("main", "Meanwhile", ("c.txt", "c"));

        Assert.NotNull((await RunAsync("merge_branch", Merge, Approved("1", "theirs"))).Proposal);
    }

    [Fact]
    public async Task Proposal_TwoHundredHunks_FitsTheLimitOfResults()
    {
        string File(string what) => string.Concat(Enumerable.Range(0, 200).Select(number => $"{string.Concat(Enumerable.Repeat(what, 200))} {number}\nsame {number}\nalso\n"));
        Commit("main", "First", ("a.txt", File("base")));
        Commit("feature", "Feature", ("a.txt", File("feature")));
        On("main");
        Commit("main", "Main", ("a.txt", File("main")));

        var proposal = (await RunAsync("merge_branch", Merge)).Proposal!;

        Assert.Equal(200, (int?)proposal.Evidence!["count"]);
        Assert.InRange(proposal.Evidence.ToJsonString().Length + proposal.Plan!.ToJsonString().Length, 50_000, 200_000);
    }

    private static string? Path(AgentDecision? proposal) => (string?)Assert.Single(proposal!.Evidence!["conflicts"]!.AsArray())!["path"];

    private static List<string> Ids(AgentDecision? proposal) =>
        [.. ((JsonArray)proposal!.Evidence!["conflicts"]!).Select(conflict => (string)conflict!["id"]!)];

    private static AgentApproval Approved(string id, string option) => new(id, IsRevision: false, option, ["bob"], "Right", Remark: null);

    private static AgentApproval SentBack(string id, string remark) => new(id, IsRevision: true, Option: null, ["bob"], "Otherwise", Stage.Json(remark));

    private void Conflict()
    {
        Commit("main", "First", ("a.txt", "1\n2\n3\n4\n5\n6\n7\n"), ("b.bin", "\0\0"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n4\n5\n6\nfeature\n"), ("b.bin", "\0\u0002"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n4\n5\n6\nmain\n"), ("b.bin", "\0\u0001"));
    }
}
