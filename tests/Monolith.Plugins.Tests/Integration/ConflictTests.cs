using System.Text;

namespace Monolith.Plugins.Tests.Integration;

/// <summary>Each kind of conflict, resolved by one side or the other.</summary>
public sealed class ConflictTests : IntegrationTestBase
{
    [Theory]
    [InlineData("merge", "ours", "main")]
    [InlineData("merge", "theirs", "feature")]
    [InlineData("squash", "theirs", "feature")]
    [InlineData("rebase", "ours", "main")]
    [InlineData("rebase", "theirs", "feature")]
    public async Task Conflict_SameLine_TakesTheSide(string strategy, string side, string line)
    {
        Commit("main", "First", ("a.txt", "1\n2\n3\n"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n"));
        Commit("feature", "More", ("b.txt", "more\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n"));

        var result = (await MergeAsync(side, $"\"strategy\": \"{strategy}\",")).Succeeded();

        Assert.Equal($"1\n{line}\n3\n", Text("a.txt"));
        Assert.Equal("more\n", Text("b.txt"));
        Assert.Equal(("a.txt", "hunk", side), Only(result));
        Assert.Equal((1, 1), (result.Metrics["conflicts"], result.Metrics[$"conflicts.{side}"]));
        Assert.Equal("", Git("status", "--porcelain", "--ignored"));
    }

    [Theory]
    [InlineData("ours", "main\r\n")]
    [InlineData("theirs", "feature\r\n")]
    public async Task Conflict_CarriageReturns_StayInEveryLine(string side, string line)
    {
        Commit("main", "First", (".gitattributes", "*.txt text=auto\n"), ("a.txt", "1\r\n2\r\nlone\n3\r\n"));
        // As stored, whatever the attributes would make of it.
        Store("main", "1\r\n2\r\nlone\n3\r\n");
        Store("feature", "1\r\nfeature\r\nlone\n3\r\n");
        On("main");
        Store("main", "1\r\nmain\r\nlone\n3\r\n");

        (await MergeAsync(side, "\"target\": \"main\",")).Succeeded();

        var stored = Git("hash-object", "--no-filters", Workspace.Write("stored", $"1\r\n{line}lone\n3\r\n"));
        Assert.Equal(stored, Git("rev-parse", "main:a.txt"));
    }

    [Theory]
    [InlineData("ours", "1\nmain")]
    [InlineData("theirs", "1\nfeature\n")]
    public async Task Conflict_LastLineWithoutAnEnd_StaysAsItWas(string side, string content)
    {
        Commit("main", "First", ("a.txt", "1\n2"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain"));

        (await MergeAsync(side)).Succeeded();

        Assert.Equal(content, Text("a.txt"));
    }

    [Fact]
    public async Task Conflict_NoUtf8_BytesStay()
    {
        CommitBytes("main", "First", ("a.txt", Latin("Ä\nb\nÖ\n")));
        CommitBytes("feature", "Feature", ("a.txt", Latin("Ä\nß\nÖ\n")));
        On("main");
        CommitBytes("main", "Main", ("a.txt", Latin("Ä\nü\nÖ\n")));

        (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(Latin("Ä\nß\nÖ\n"), Bytes("a.txt"));
    }

    [Fact]
    public async Task Conflict_LinesLikeMarkers_AreNotTakenForThem()
    {
        var drawn = string.Concat(new[] { 7, 43, 47 }.Select(size => $"{new string('<', size)} x\n{new string('=', size)}\n{new string('>', size)}\n"));
        Commit("main", "First", ("a.txt", drawn + "2\n"));
        Commit("feature", "Feature", ("a.txt", drawn + "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", drawn + "main\n"));

        (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(drawn + "feature\n", Text("a.txt"));
    }

    [Fact]
    public async Task Conflict_OwnMarkerSize_IsHeeded()
    {
        Commit("main", "First", (".gitattributes", "*.txt conflict-marker-size=9\n"), ("a.txt", "1\n2\n3\n"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n"));

        Assert.Equal("hunk", Only((await MergeAsync("theirs")).Succeeded()).Kind);

        Assert.Equal("1\nfeature\n3\n", Text("a.txt"));
    }

    [Theory]
    [InlineData("ours", 1)]
    [InlineData("theirs", 2)]
    public async Task Conflict_Binary_TakesTheWholeFile(string side, byte content)
    {
        CommitBytes("main", "First", ("a.bin", [0, 0]));
        CommitBytes("feature", "Feature", ("a.bin", [0, 2]));
        On("main");
        CommitBytes("main", "Main", ("a.bin", [0, 1]));

        Assert.Equal(("a.bin", "binary", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal([0, content], Bytes("a.bin"));
    }

    [Theory]
    [InlineData("ours", false)]
    [InlineData("theirs", true)]
    public async Task Conflict_DeletedHereChangedThere_IsThereOrGone(string side, bool exists)
    {
        Commit("main", "First", ("a.txt", "1\n"), ("keep", ""));
        Commit("feature", "Feature", ("a.txt", "changed\n"));
        On("main");
        Commit("main", "Main", ("a.txt", null));

        Assert.Equal(("a.txt", "deleted", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal(exists, File.Exists(Path.Combine(Source, "a.txt")));
        Assert.Equal("", Git("status", "--porcelain", "--ignored"));
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("theirs")]
    public async Task Conflict_ChangedHereRenamedAndChangedThere_IsInTheNewName(string side)
    {
        var rest = string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"));
        Commit("main", "First", ("ä/alt.txt", "1\n" + rest));
        Commit("feature", "Feature", ("ä/alt.txt", null), ("ö/日本 neu.txt", "feature\n" + rest));
        On("main");
        Commit("main", "Main", ("ä/alt.txt", "main\n" + rest));

        Assert.Equal(("ö/日本 neu.txt", "hunk", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Equal((side == "ours" ? "main\n" : "feature\n") + rest, Text("ö/日本 neu.txt"));
        Assert.False(File.Exists(Path.Combine(Source, "ä/alt.txt")));
    }

    [Theory]
    [InlineData("ours", "here.txt")]
    [InlineData("theirs", "there.txt")]
    public async Task Conflict_RenamedToTwoNames_KeepsTheSides(string side, string name)
    {
        var rest = string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n"));
        Commit("main", "First", ("a.txt", "1\n" + rest));
        Commit("feature", "Feature", ("a.txt", null), ("there.txt", "feature\n" + rest));
        On("main");
        Commit("main", "Main", ("a.txt", null), ("here.txt", "main\n" + rest));

        (await MergeAsync(side)).Succeeded();

        Assert.Equal(name, Git("ls-files"));
        Assert.Equal((side == "ours" ? "main\n" : "feature\n") + rest, Text(name));
    }

    [Fact]
    public async Task Conflict_AddedOnBothSides_TakesTheSide()
    {
        Commit("main", "First", ("keep", ""));
        Commit("feature", "Feature", ("a.txt", "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "main\n"));

        Assert.Equal(("a.txt", "hunk", "theirs"), Only((await MergeAsync("theirs")).Succeeded()));

        Assert.Equal("feature\n", Text("a.txt"));
    }

    [Theory]
    [InlineData("ours", 1)]
    [InlineData("theirs", 2)]
    public async Task Conflict_Submodule_TakesTheSidesCommit(string side, int commit)
    {
        string[] commits = [new('a', 40), new('b', 40), new('c', 40)];
        Commit("main", "First", (".gitmodules", "[submodule \"lib\"]\n\tpath = lib\n\turl = https://example.org/lib\n"));
        Link("main", commits[0]);
        Link("feature", commits[2]);
        On("main");
        Link("main", commits[1]);

        Assert.Equal(("lib", "submodule", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Contains(commits[commit], Git("ls-tree", "main", "lib"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_TwoHundredHunks_AllResolvedRestUntouched()
    {
        string File(string what) => string.Concat(Enumerable.Range(0, 200).Select(number => $"{what} {number}\nsame {number}\nalso\n"));
        Commit("main", "First", ("a.txt", File("base")));
        Commit("feature", "Feature", ("a.txt", File("feature")));
        On("main");
        Commit("main", "Main", ("a.txt", File("main")));

        var result = (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(200, result.Metrics["conflicts"]);
        Assert.Equal(File("feature"), Text("a.txt"));
    }

    [Fact]
    public async Task Conflict_Rules_DecideByFile()
    {
        Commit("main", "First", ("a.txt", "1\n"), ("sub/x.lock", "1\n"));
        Commit("feature", "Feature", ("a.txt", "feature\n"), ("sub/x.lock", "feature\n"));
        On("main");
        Commit("main", "Main", ("a.txt", "main\n"), ("sub/x.lock", "main\n"));

        (await MergeAsync("ours", """ "rules": [{ "files": "**/*.lock", "conflicts": "theirs" }],""")).Succeeded();

        Assert.Equal(("main\n", "feature\n"), (Text("a.txt"), Text("sub/x.lock")));
    }

    private static (string? Path, string? Kind, string? Resolution) Only(AgentResult result)
    {
        var conflict = Assert.Single(result.Outputs["conflicts"]!.AsArray())!;
        return ((string?)conflict["path"], (string?)conflict["kind"], (string?)conflict["resolution"]);
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private Task<AgentResult> MergeAsync(string side, string more = "") =>
        RunAsync("merge_branch", $$"""{ "source": "feature", {{more}} "conflicts": "{{side}}" }""");

    private void Link(string branch, string commit)
    {
        On(branch);
        Git("update-index", "--add", "--cacheinfo", $"160000,{commit},lib");
        Git("commit", "--quiet", "--message", "Submodule");
        Directory.CreateDirectory(Path.Combine(Source, "lib"));
    }

    private void Store(string branch, string content)
    {
        On(branch);
        var file = Workspace.Write("stored", content);
        Git("update-index", "--cacheinfo", $"100644,{Git("hash-object", "-w", "--no-filters", file)},a.txt");
        Git("commit", "--quiet", "--message", "As stored");
        Git("checkout", "--quiet", "--force", branch);
    }
}
