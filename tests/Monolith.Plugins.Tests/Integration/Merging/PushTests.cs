namespace Monolith.Plugins.Tests.Integration.Merging;

/// <summary>Merges that go to a server too.</summary>
public sealed class PushTests : IntegrationTestBase
{
    [Fact]
    public async Task Merge_Pushed_ReachesTheRemoteOnlyAfterTests()
    {
        Diverge();
        var remote = Workspace.At("remote.git");
        Git("clone", "--quiet", "--bare", ".", remote);
        Git("remote", "add", "origin", remote);
        var before = RealGit.Run(remote, "rev-parse", "main");

        await RunAsync("merge_branch", """{ "source": "feature", "push": {}, "test": { "script": "exit 1" } }""");
        Assert.Equal(before, RealGit.Run(remote, "rev-parse", "main"));
        (await RunAsync("merge_branch", """{ "source": "feature", "push": {}, "test": { "script": "git -C . cat-file -e HEAD" } }""")).Succeeded();

        Assert.Equal(Tip("main"), RealGit.Run(remote, "rev-parse", "main"));
    }

    [Fact]
    public async Task Merge_PushRefused_LeavesTheBranchHere()
    {
        Diverge();
        var remote = Workspace.At("remote.git");
        Git("clone", "--quiet", "--bare", ".", remote);
        Git("remote", "add", "origin", remote);
        Git("push", "--quiet", "origin", "+feature~1:refs/heads/other");
        Commit("theirs", "Meanwhile", ("d.txt", "d"));
        Git("push", "--quiet", "origin", "theirs:main");
        On("main");
        var tip = Tip("main");

        (await RunAsync("merge_branch", """{ "source": "feature", "push": {} }""")).FailedWith("TASK_EXECUTION_FAILED").Says("rejected");

        Assert.Equal(tip, Tip("main"));
    }
}
