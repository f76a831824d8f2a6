namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>What people are asked.</summary>
public sealed class ProposalTests : DecisionTestBase
{
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
}
