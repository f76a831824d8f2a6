namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>The target moved ahead.</summary>
public sealed class FastForwardTests : IntegrationTestBase
{
    [Fact]
    public async Task FastForward_Ahead_MovesToTheVeryCommit()
    {
        Commit("main", "First", ("a.txt", "one"));
        Commit("feature", "Ahead", ("a.txt", "two"));
        On("main");

        (await RunAsync("merge_branch", """{ "source": "feature", "strategy": "fast-forward" }""")).Succeeded();

        Assert.Equal(Tip("feature"), Tip("main"));
        Assert.Equal("two", Text("a.txt"));
    }

    [Fact]
    public async Task FastForward_Diverged_FailsAndChangesNothing()
    {
        Diverge();
        var before = Everything();

        var result = await RunAsync("merge_branch", """{ "source": "feature", "strategy": "fast-forward" }""");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("has commits that 'feature' has not");
        Assert.Equal(before, Everything());
    }
}
