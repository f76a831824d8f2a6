namespace Monolith.Plugins.Tests.Integration;

public sealed class MergeTests : IntegrationTestBase
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

    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    [InlineData("rebase")]
    public async Task Merge_TestsFail_ChangesNothing(string strategy)
    {
        Diverge();
        var before = Everything();

        var result = await RunAsync("merge_branch", $$$"""
            { "source": "feature", "strategy": "{{{strategy}}}", "test": { "script": "test -f b.txt && test -f c.txt && echo broken >&2; touch b.txt new; exit 3" } }
            """);

        result.FailedWith("TASK_EXECUTION_FAILED").Says("exit code 3. broken");
        Assert.Equal(3, result.Metrics["tests.exit_code"]);
        Assert.Equal(before, Everything());
        Assert.False(Directory.Exists(Workspace.At(".monolith", "integration", "stage", "tree")));
    }

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

    [Theory]
    [InlineData("""{ "source": "nowhere" }""", "no branch, tag or commit 'nowhere'")]
    [InlineData("""{ "source": "feature", "target": "nowhere" }""", "no branch 'nowhere'")]
    [InlineData("""{ "source": "a..b" }""", "'source'")]
    public async Task Merge_WrongName_SaysWhich(string parameters, string says)
    {
        Diverge();

        (await RunAsync("merge_branch", parameters)).FailedWith("TASK_VALIDATION_FAILED").Says(says);
    }

    [Fact]
    public async Task Merge_ExecutedAgain_AnswersTheSame()
    {
        Diverge();
        var first = (await RunAsync("merge_branch", """{ "source": "feature" }""")).Succeeded();

        var second = (await RunAsync("merge_branch", """{ "source": "feature" }""")).Succeeded();

        Assert.Equal(first.Outputs.ToJsonString(), second.Outputs.ToJsonString());
        Assert.Equal("4", Git("rev-list", "--count", "main"));
    }

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

    [Fact]
    public async Task Merge_HostDiedAfterThePush_GoesOnWithTheSameCommit()
    {
        Diverge();
        var remote = Workspace.At("remote.git");
        Git("clone", "--quiet", "--bare", ".", remote);
        Git("remote", "add", "origin", remote);
        // As if the host had died between the push and the move: the branch here is put back, and the journal is as it was then.
        var from = Tip("main");
        const string parameters = """{ "source": "feature", "push": {}, "test": { "script": "test ! -e ../../../tested; touch ../../../tested" } }""";
        var first = (await RunAsync("merge_branch", parameters)).Succeeded();
        Git("reset", "--quiet", "--hard", from);
        var journal = Workspace.At(".monolith", "integration", "stage", "journal.json");
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("\"done\":true", "\"done\":false", StringComparison.Ordinal));

        var second = (await RunAsync("merge_branch", parameters)).Succeeded();

        Assert.Equal((string?)first.Outputs["commit"], (string?)second.Outputs["commit"]);
        Assert.Equal(Tip("main"), RealGit.Run(remote, "rev-parse", "main"));
    }

    [Fact]
    public async Task Merge_TreeOfADeadHostIsThere_MakesItAnew()
    {
        Diverge();
        var tree = Workspace.At(".monolith", "integration", "stage", "tree");
        Git("worktree", "add", "--quiet", "--detach", tree, "feature");
        File.WriteAllText(Path.Combine(tree, "left.txt"), "left");

        (await RunAsync("merge_branch", """{ "source": "feature", "test": { "script": "! test -e left.txt" } }""")).Succeeded();

        Assert.DoesNotContain(tree, Git("worktree", "list"), StringComparison.Ordinal);
    }

    private void Diverge()
    {
        Commit("main", "First", ("a.txt", "one"));
        Commit("feature", "Feature", ("b.txt", "feature"));
        On("main");
        Commit("main", "Main", ("c.txt", "main"));
    }
}
