namespace Monolith.Plugins.Tests.Git;

public sealed class CreateActionTests : GitTestBase
{
    private const string TwoCommits = """
        {
          "path": "origin",
          "commits": [
            { "message": "First", "from": "steps/1", "date": "2026-03-01T10:00:00+02:00" },
            { "message": "--amend\n\nSecond", "from": "steps/2", "date": "2026-03-02T10:00:00Z" }
          ]
        }
        """;

    public CreateActionTests()
    {
        Workspace.Write("steps/1/a.txt", "one");
        Workspace.Write("steps/1/deep/b.txt", "b");
        Workspace.Write("steps/1/.gitignore", "bin/\n");
        Workspace.Write("steps/2/a.txt", "two");
        Workspace.Write("steps/2/bin/c.dll", "ignored");
        Workspace.Write("steps/2/.git/config", "not copied");
    }

    [Fact]
    public async Task Create_Folders_BecomeHistory()
    {
        var result = (await RunAsync("create", TwoCommits)).Succeeded();

        var origin = Workspace.At("origin");
        Assert.Equal(2, (int)result.Outputs["commits"]!);
        Assert.Equal(RealGit.Run(origin, "rev-parse", "main"), (string?)result.Outputs["commit"]);
        Assert.Equal("--amend\nFirst", RealGit.Run(origin, "log", "--format=%s"));
        Assert.Equal("1772445600 +0000\n1772352000 +0200", RealGit.Run(origin, "log", "--format=%ad", "--date=raw"));
        Assert.Equal(".gitignore\na.txt\ndeep/b.txt", RealGit.Run(origin, "ls-tree", "-r", "--name-only", "HEAD"));
        Assert.Equal("one", RealGit.Run(origin, "show", "HEAD~1:a.txt"));
    }

    [Fact]
    public async Task Create_FileOfSameSizeAndDate_IsSeenAsChanged()
    {
        foreach (var step in new[] { "1", "2" })
        {
            File.SetLastWriteTimeUtc(Workspace.At("steps", step, "a.txt"), DateTime.UnixEpoch.AddYears(50));
        }

        (await RunAsync("create", TwoCommits)).Succeeded();

        Assert.Equal("two", RealGit.Run(Workspace.At("origin"), "show", "HEAD:a.txt"));
    }

    [Fact]
    public async Task Create_Again_GivesTheSameCommits()
    {
        var first = (await RunAsync("create", TwoCommits)).Succeeded();

        var again = (await RunAsync("create", TwoCommits)).Succeeded();

        Assert.Equal((string?)first.Outputs["commit"], (string?)again.Outputs["commit"]);
    }

    [Fact]
    public async Task Create_ThenClone_GivesTheFiles()
    {
        var made = (await RunAsync("create", TwoCommits, stage: "repository")).Succeeded();

        var cloned = (await RunAsync("clone", """{ "repository": "origin", "branch": "main" }""", stage: "clone")).Succeeded();

        Assert.Equal((string?)made.Outputs["commit"], (string?)cloned.Outputs["commit"]);
        Assert.Equal("two", File.ReadAllText(Workspace.At("source", "a.txt")));
    }

    [Fact]
    public async Task Create_FolderThatChangesNothing_Fails()
    {
        const string Twice = """
            { "path": "origin", "commits": [{ "message": "a", "from": "steps/1" }, { "message": "b", "from": "steps/1" }] }
            """;

        (await RunAsync("create", Twice)).FailedWith("TASK_EXECUTION_FAILED").Says("nothing to commit");

        Assert.False(Directory.Exists(Workspace.At("origin")));
    }

    [Fact]
    public async Task Create_MissingFolder_Fails()
    {
        const string Missing = """{ "path": "origin", "commits": [{ "message": "a", "from": "steps/9" }] }""";

        (await RunAsync("create", Missing)).FailedWith("WORKSPACE_ERROR").Says("'steps/9'");
    }

    [Fact]
    public async Task Create_ForeignFilesInTheWay_LeftAlone()
    {
        Workspace.Write("origin/mine", "mine");

        (await RunAsync("create", TwoCommits)).FailedWith("WORKSPACE_ERROR");

        Assert.True(File.Exists(Workspace.At("origin", "mine")));
    }

    [Fact]
    public async Task Create_LinkInFolder_NotFollowed()
    {
        File.CreateSymbolicLink(Workspace.At("steps", "1", "link"), "/etc/passwd");

        (await RunAsync("create", TwoCommits)).Succeeded();

        Assert.False(Path.Exists(Workspace.At("origin", "link")));
    }
}
