namespace Monolith.Plugins.Tests.Git;

public sealed class CloneActionTests : GitTestBase
{
    private readonly string origin;

    public CloneActionTests() => origin = RealGit.Make(Path.Combine(Workspace.Outside, "origin"));

    [Fact]
    public async Task Clone_DefaultBranch_GivesCommitAndFiles()
    {
        var result = (await RunAsync("clone", $$"""{ "repository": "{{origin}}" }""")).Succeeded();

        Assert.Equal(RealGit.Run(origin, "rev-parse", "main"), (string?)result.Outputs["commit"]);
        Assert.Equal("main", (string?)result.Outputs["branch"]);
        Assert.Equal("Second\n\nWith a body.", (string?)result.Outputs["message"]);
        Assert.Equal("Ada <ada@example.org>", (string?)result.Outputs["author"]);
        Assert.Equal(RealGit.Run(origin, "log", "-1", "--format=%cI"), (string?)result.Outputs["committedAt"]);
        Assert.Equal("source", (string?)result.Outputs["path"]);
        Assert.Equal("two", File.ReadAllText(Workspace.At("source", "a.txt")));
    }

    [Theory]
    [InlineData("feature", "feature")]
    [InlineData("v1", null)]
    public async Task Clone_BranchOrTag_ChecksItOut(string name, string? branch)
    {
        var parameters = $$"""{ "repository": "file://{{origin}}", "branch": "{{name}}", "into": "x/y" }""";

        var result = (await RunAsync("clone", parameters)).Succeeded();

        Assert.Equal(RealGit.Run(origin, "rev-parse", name), (string?)result.Outputs["commit"]);
        Assert.Equal(branch, (string?)result.Outputs["branch"]);
        Assert.True(File.Exists(Workspace.At("x", "y", "a.txt")));
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(9, "")]
    [InlineData(40, ", \"depth\": 1")]
    [InlineData(40, ", \"branch\": \"release\"")]
    public async Task Clone_Commit_ChecksItOut(int digits, string more)
    {
        var commit = RealGit.Run(origin, "rev-parse", "v1");
        var parameters = $$"""{ "repository": "{{origin}}", "commit": "{{commit[..digits]}}"{{more}} }""";

        var result = (await RunAsync("clone", parameters)).Succeeded();

        Assert.Equal(commit, (string?)result.Outputs["commit"]);
        Assert.Equal("one", File.ReadAllText(Workspace.At("source", "a.txt")));
        Assert.Equal(more.Contains("branch", StringComparison.Ordinal) ? "release" : null, (string?)result.Outputs["branch"]);
    }

    [Fact]
    public async Task Clone_Depth_FetchesThatMuchHistory()
    {
        (await RunAsync("clone", $$"""{ "repository": "{{origin}}", "depth": 1 }""")).Succeeded();

        Assert.Equal("1", RealGit.Run(Workspace.At("source"), "rev-list", "--count", "HEAD"));
    }

    [Fact]
    public async Task Clone_UnknownCommit_FailsNamingIt()
    {
        var missing = new string('a', 40);

        var result = await RunAsync("clone", $$"""{ "repository": "{{origin}}", "commit": "{{missing}}" }""");

        result.FailedWith("TASK_EXECUTION_FAILED").Says(missing);
        Assert.False(Directory.Exists(Workspace.At("source")));
    }

    [Fact]
    public async Task Clone_UnknownBranch_LeavesNothing()
    {
        var result = await RunAsync("clone", $$"""{ "repository": "{{origin}}", "branch": "nowhere" }""");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("nowhere");
        Assert.False(Directory.Exists(Workspace.At("source")));
    }

    [Fact]
    public async Task Clone_Again_KeepsTheCompleteClone()
    {
        var parameters = $$"""{ "repository": "{{origin}}" }""";
        var first = (await RunAsync("clone", parameters)).Succeeded();
        Workspace.Write("source/bin/built.dll", "built");

        var again = (await RunAsync("clone", parameters)).Succeeded();

        Assert.Equal(first.Outputs.ToJsonString(), again.Outputs.ToJsonString());
        Assert.True(File.Exists(Workspace.At("source", "bin", "built.dll")));
    }

    [Fact]
    public async Task Clone_CommitAlreadyThere_AsksNobody()
    {
        var commit = RealGit.Run(origin, "rev-parse", "main");
        var parameters = $$"""{ "repository": "{{origin}}", "commit": "{{commit}}" }""";
        (await RunAsync("clone", parameters)).Succeeded();
        Directory.Delete(origin, recursive: true);

        (await RunAsync("clone", parameters)).Succeeded();
    }

    [Fact]
    public async Task Clone_AfterTheBranchMoved_ReplacesItsOwnClone()
    {
        var parameters = $$"""{ "repository": "{{origin}}" }""";
        (await RunAsync("clone", parameters)).Succeeded();
        var moved = RealGit.Commit(origin, "a.txt", "three", "Third");

        var result = (await RunAsync("clone", parameters)).Succeeded();

        Assert.Equal(moved, (string?)result.Outputs["commit"]);
        Assert.Equal("three", File.ReadAllText(Workspace.At("source", "a.txt")));
    }

    [Fact]
    public async Task Clone_ChangedFiles_AreReplaced()
    {
        var parameters = $$"""{ "repository": "{{origin}}" }""";
        (await RunAsync("clone", parameters)).Succeeded();
        Workspace.Write("source/a.txt", "spoilt");

        (await RunAsync("clone", parameters)).Succeeded();

        Assert.Equal("two", File.ReadAllText(Workspace.At("source", "a.txt")));
    }

    [Fact]
    public async Task Clone_AfterCrashInTheMiddle_StartsClean()
    {
        // What a killed clone leaves: a repository without a commit in the target, and files in the place it was made in.
        Directory.CreateDirectory(Workspace.At("source"));
        RealGit.Run(Workspace.At("source"), "init", "--quiet");
        Workspace.Write("source/half", "half");
        Workspace.Write(".monolith/git/stage/partial/half", "half");

        (await RunAsync("clone", $$"""{ "repository": "{{origin}}" }""")).Succeeded();

        Assert.Equal("", RealGit.Run(Workspace.At("source"), "status", "--porcelain"));
        Assert.False(File.Exists(Workspace.At("source", "half")));
    }

    [Theory]
    [InlineData("source/notes.txt")]
    [InlineData("source")]
    public async Task Clone_ForeignFilesInTheWay_LeftAlone(string file)
    {
        Workspace.Write(file, "mine");

        (await RunAsync("clone", $$"""{ "repository": "{{origin}}" }""")).FailedWith("WORKSPACE_ERROR");

        Assert.Equal("mine", File.ReadAllText(Workspace.At(file)));
    }

    [Fact]
    public async Task Clone_OtherStagesRepositoryInTheWay_LeftAlone()
    {
        (await RunAsync("clone", $$"""{ "repository": "{{origin}}" }""", stage: "first")).Succeeded();

        var second = await RunAsync("clone", $$"""{ "repository": "{{origin}}", "branch": "feature" }""", stage: "second");

        second.FailedWith("WORKSPACE_ERROR");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/tmp/monolith-outside")]
    [InlineData("link/inside")]
    [InlineData(".")]
    [InlineData(".monolith/git/stage/x")]
    public async Task Clone_IntoForbiddenPlace_Refused(string into)
    {
        Directory.CreateSymbolicLink(Workspace.At("link"), Workspace.Outside);

        (await RunAsync("clone", $$"""{ "repository": "{{origin}}", "into": "{{into}}" }""")).FailedWith("WORKSPACE_ERROR");

        Assert.False(Directory.Exists(Path.Combine(Workspace.Outside, "inside")));
    }

    [Fact]
    public async Task Clone_PersonalSettings_PlayNoPart()
    {
        Workspace.Write("home/.gitconfig", "[core]\n\tautocrlf = true\n[fetch]\n\tprune = nonsense\n");
        var context = new TestContext
        {
            Action = "clone",
            Workspace = Workspace.Folder,
            Environment = new Dictionary<string, string> { ["HOME"] = Workspace.At("home"), ["GIT_DIR"] = "/nowhere" },
            Parameters = Stage.Json($$"""{ "repository": "{{origin}}" }"""),
        };

        (await Stage.RunAsync(new Plugins.Git.GitAgent(), context)).Succeeded(context);
    }
}
