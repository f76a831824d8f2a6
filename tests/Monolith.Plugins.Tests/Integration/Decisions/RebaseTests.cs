namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>Decisions about one commit after the other.</summary>
public sealed class RebaseTests : DecisionTestBase
{
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
