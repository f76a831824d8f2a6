namespace Monolith.Plugins.Tests.Git;

public sealed class InfoAndPushTests : GitTestBase
{
    private readonly string origin;

    public InfoAndPushTests()
    {
        origin = Path.Combine(Workspace.Outside, "origin.git");
        var made = RealGit.Make(Path.Combine(Workspace.Outside, "made"));
        RealGit.Run(Workspace.Outside, "clone", "--quiet", "--bare", made, origin);
    }

    [Fact]
    public async Task Info_CleanRepository_GivesItsState()
    {
        await CloneAsync();

        var result = (await RunAsync("info", "{}")).Succeeded();

        Assert.False((bool)result.Outputs["changed"]!);
        Assert.Equal(2, (long)result.Outputs["commits"]!);
        Assert.Equal("main", (string?)result.Outputs["branch"]);
    }

    [Fact]
    public async Task Info_ChangedFile_IsSeen()
    {
        await CloneAsync();
        Workspace.Write("source/new.txt", "new");

        Assert.True((bool)(await RunAsync("info", "{}")).Succeeded().Outputs["changed"]!);
    }

    [Fact]
    public async Task Info_NoRepository_DoesNotTakeOneAbove()
    {
        RealGit.Make(Workspace.Outside);
        Directory.CreateDirectory(Workspace.At("plain"));

        (await RunAsync("info", """{ "path": "plain" }""")).FailedWith("TASK_EXECUTION_FAILED");
    }

    [Fact]
    public async Task Push_NewCommit_ReachesTheRemote()
    {
        await CloneAsync();
        var commit = RealGit.Commit(Workspace.At("source"), "c.txt", "c", "Pushed");

        var result = (await RunAsync("push", """{ "branch": "release/1" }""")).Succeeded();

        Assert.Equal(commit, RealGit.Run(origin, "rev-parse", "release/1"));
        Assert.Equal("release/1", (string?)result.Outputs["branch"]);
        (await RunAsync("push", """{ "branch": "release/1" }""")).Succeeded();
    }

    [Fact]
    public async Task Push_HookOfTheRemoteRefuses_Fails()
    {
        await CloneAsync();
        RealGit.Commit(Workspace.At("source"), "c.txt", "c", "Refused");
        var hook = Path.Combine(origin, "hooks", "pre-receive");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho not today >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var error = (await RunAsync("push", "{}")).FailedWith("TASK_EXECUTION_FAILED");

        error.Says("not today");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Push_RemoteWentOn_OnlyForceReplaces(bool force)
    {
        await CloneAsync();
        var source = Workspace.At("source");
        RealGit.Run(source, "reset", "--quiet", "--hard", "HEAD~1");
        var commit = RealGit.Commit(source, "a.txt", "other", "Other");

        var result = await RunAsync("push", $$"""{ "force": {{(force ? "true" : "false")}} }""");

        Assert.Equal(force, result.Error is null);
        Assert.Equal(force, RealGit.Run(origin, "rev-parse", "main") == commit);
    }

    [Fact]
    public async Task Push_NoBranchCheckedOut_AsksForOne()
    {
        await CloneAsync();
        RealGit.Run(Workspace.At("source"), "checkout", "--quiet", "--detach");

        (await RunAsync("push", "{}")).FailedWith("TASK_VALIDATION_FAILED").Says("'branch'");
    }

    private async Task CloneAsync() =>
        (await RunAsync("clone", $$"""{ "repository": "{{origin}}" }""", stage: "clone")).Succeeded();
}
