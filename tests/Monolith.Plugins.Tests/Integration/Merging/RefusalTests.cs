namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>What is left alone.</summary>
public sealed class RefusalTests : IntegrationTestBase
{
    [Fact]
    public async Task Merge_UncommittedChanges_RefusesAndNamesThem()
    {
        Diverge();
        Workspace.Write("source/a.txt", "edited");

        (await RunAsync("merge_branch", """{ "source": "feature" }""")).FailedWith("WORKSPACE_ERROR").Says("a.txt");

        Assert.Equal("edited", Text("a.txt"));
    }

    [Fact]
    public async Task Merge_UntrackedFileInTheWay_RefusesAndKeepsIt()
    {
        Diverge();
        Workspace.Write("source/b.txt", "mine");
        var tip = Tip("main");

        (await RunAsync("merge_branch", """{ "source": "feature" }""")).FailedWith("WORKSPACE_ERROR").Says("b.txt");

        Assert.Equal(("mine", tip), (Text("b.txt"), Tip("main")));
    }

    [Fact]
    public async Task Merge_BranchMovedWhileTesting_LeavesItAlone()
    {
        Diverge();
        Git("checkout", "--quiet", "-b", "elsewhere");

        var result = await RunAsync("merge_branch", """
            { "source": "feature", "target": "main", "test": { "script": "git update-ref refs/heads/main feature" } }
            """);

        var error = result.FailedWith("WORKSPACE_ERROR").Says("moved by somebody else");
        Assert.True(error.Retryable);
        Assert.Equal(Tip("feature"), Tip("main"));
    }
}
