namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>What people approved.</summary>
public sealed class ApprovalTests : DecisionTestBase
{
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
    public async Task Approved_TargetMovedMeanwhile_IsAskedAnew()
    {
        Conflict();
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);
        Commit("main", "Meanwhile", ("c.txt", "c"));

        Assert.NotNull((await RunAsync("merge_branch", Merge, Approved("1", "theirs"))).Proposal);
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
}
