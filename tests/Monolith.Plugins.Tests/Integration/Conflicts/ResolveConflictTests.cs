namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>A merge that somebody began and that stopped at conflicts.</summary>
public sealed class ResolveConflictTests : IntegrationTestBase
{
    [Theory]
    [InlineData("ours", "1\r\nmain\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\nby hand\r\n")]
    [InlineData("theirs", "1\r\nfeature\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\nby hand\r\n")]
    public async Task Resolve_HalfDoneByHand_TakesTheSideAndKeepsTheHand(string side, string content)
    {
        Stopped();
        var file = Path.Combine(Source, "a.txt");
        var marked = File.ReadAllText(file);
        var second = marked.LastIndexOf("<<<<<<<", StringComparison.Ordinal);
        File.WriteAllText(file, marked[..second] + "by hand\r\n");

        var result = (await RunAsync("resolve_conflict", $$"""{ "conflicts": "{{side}}" }""")).Succeeded();

        Assert.Equal(content, Text("a.txt"));
        Assert.Equal("", Git("ls-files", "--unmerged"));
        Assert.False(File.Exists(Path.Combine(Source, "gone.txt")) && side == "ours");
        Assert.Equal(side == "ours" ? [0, 1] : [0, 2], Bytes("b.bin"));
        Assert.Equal(["a.txt", "b.bin", "gone.txt"], result.Outputs["resolved"]!.AsArray().Select(path => (string?)path));
    }

    [Fact]
    public async Task Resolve_Commit_ConcludesTheMergeAndAnswersTheSameAgain()
    {
        Stopped();

        var first = (await RunAsync("resolve_conflict", """{ "conflicts": "theirs", "commit": true }""")).Succeeded();
        var second = (await RunAsync("resolve_conflict", """{ "conflicts": "theirs", "commit": true }""")).Succeeded();

        Assert.Equal(Git("rev-parse", "feature"), Git("rev-parse", "HEAD^2"));
        Assert.Equal(first.Outputs.ToJsonString(), second.Outputs.ToJsonString());
        Assert.Equal("", Git("status", "--porcelain"));
    }

    [Fact]
    public async Task Resolve_SomeFiles_LeavesTheOthers()
    {
        Stopped();

        var result = (await RunAsync("resolve_conflict", """{ "conflicts": "ours", "files": ["*.bin"], "commit": true }""")).Succeeded();

        Assert.Equal(2, (int?)result.Outputs["remaining"]);
        Assert.Contains("<<<<<<<", Text("a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_BrokenMarkers_RefusesAndChangesNothing()
    {
        Stopped();
        var broken = Text("a.txt").Replace("=======\r\n", "", StringComparison.Ordinal);
        Workspace.Write("source/a.txt", broken);

        (await RunAsync("resolve_conflict", """{ "conflicts": "ours" }""")).FailedWith("WORKSPACE_ERROR").Says("'a.txt'");

        Assert.Equal(broken, Text("a.txt"));
        Assert.NotEqual("", Git("ls-files", "--unmerged"));
    }

    [Fact]
    public async Task Resolve_Manual_ProposesAndGoesOn()
    {
        Stopped();

        Assert.NotNull((await RunAsync("resolve_conflict", "{}")).Proposal);
        (await RunAsync("resolve_conflict", "{}", new AgentApproval("1", IsRevision: false, "theirs", ["bob"], "", Remark: null))).Succeeded();

        Assert.Equal("1\r\nfeature\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\nfeature\r\n", Text("a.txt"));
    }

    private void Stopped()
    {
        Commit("main", "First", ("a.txt", "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n"), ("b.bin", "\0\0"), ("gone.txt", "1"));
        Commit("feature", "Feature", ("a.txt", "1\r\nfeature\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\nfeature\r\n"), ("b.bin", "\0\u0002"), ("gone.txt", "2"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\r\nmain\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\nmain\r\n"), ("b.bin", "\0\u0001"), ("gone.txt", null));
        Stop();
    }
}
