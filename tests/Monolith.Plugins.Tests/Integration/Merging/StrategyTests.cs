namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Each way to integrate a branch.</summary>
public sealed class StrategyTests : IntegrationTestBase
{
    [Theory]
    [InlineData("merge", 4)]
    [InlineData("squash", 3)]
    [InlineData("rebase", 3)]
    public async Task Merge_NoConflict_MovesTheCheckedOutBranchAndItsFiles(string strategy, int commits)
    {
        Diverge();

        var result = (await RunAsync("merge_branch", $$"""{ "source": "feature", "strategy": "{{strategy}}" }""")).Succeeded();

        Assert.Equal(Tip("main"), (string?)result.Outputs["commit"]);
        Assert.True((bool?)result.Outputs["merged"]);
        Assert.Equal(commits.ToString(), Git("rev-list", "--count", "main"));
        Assert.Equal(strategy == "merge" ? "2" : "1", Git("rev-list", "--parents", "-1", "main").Split(' ').Skip(1).Count().ToString());
        Assert.Equal(("feature", "main"), (Text("b.txt"), Text("c.txt")));
        Assert.Equal("", Git("status", "--porcelain"));
        Assert.Equal(0, result.Metrics["conflicts"]);
    }

    [Fact]
    public async Task Merge_TargetNotCheckedOut_LeavesFilesAlone()
    {
        Diverge();
        On("feature");
        Workspace.Write("source/b.txt", "edited");

        (await RunAsync("merge_branch", """{ "source": "feature", "target": "main" }""")).Succeeded();

        Assert.Equal("Merge feature into main", Git("log", "-1", "--format=%s", "main"));
        Assert.Equal("edited", Text("b.txt"));
    }

    [Fact]
    public async Task Merge_AlreadyMerged_SucceedsWithoutACommit()
    {
        Diverge();
        Git("merge", "--quiet", "feature");
        var tip = Tip("main");

        var result = (await RunAsync("merge_branch", """{ "source": "feature" }""")).Succeeded();

        Assert.False((bool?)result.Outputs["merged"]);
        Assert.Equal(tip, Tip("main"));
    }
}
