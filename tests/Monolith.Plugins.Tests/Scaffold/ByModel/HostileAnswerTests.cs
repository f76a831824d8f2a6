using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Scaffold.ByModel;

/// <summary>Plans and files that want to be where they have no business, or to be too much.</summary>
public sealed class HostileAnswerTests : ByModelTestBase
{
    [Theory]
    [InlineData("../out.txt", "leaves its folder")]
    [InlineData("a/../../out.txt", "leaves its folder")]
    [InlineData("/tmp/out.txt", "is absolute")]
    [InlineData("C:\\out.txt", "plain name")]
    [InlineData(".git/hooks/post-checkout", "git's own")]
    [InlineData(".GIT/config", "private folder")]
    [InlineData(".monolith/scaffold/written.json", "private folder")]
    [InlineData("nul.txt", "reserved")]
    [InlineData("a\nb.txt", "plain name")]
    public async Task Plan_PathOutOfTheProject_IsRefusedBeforeAnybodyIsAsked(string path, string reason)
    {
        (await GenerateAsync(Plan("ok.txt", path))).FailedWith(AgentErrorCodes.TaskValidationFailed).Says(reason);

        AssertNothingWritten();
        Assert.Empty(Models.Requests);
    }

    [Fact]
    public async Task Plan_WithManyMistakes_TellsAll()
    {
        var plan = Plan("../a", "b", "B", "b/c");
        (plan["kind"], plan["name"]) = ("spaceship", "../../x");

        (await GenerateAsync(plan)).FailedWith(AgentErrorCodes.TaskValidationFailed)
            .Says("name: ").Says("kind: ").Says("leaves its folder").Says("there twice").Says("as a folder");
    }

    [Theory]
    [InlineData("""{ "files": "\ud800", "name": "\ud800" }""", "name: it must be text")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "cannot be read")]
    public async Task Plan_FileOfNonsense_IsRefused(string text, string reason)
    {
        Workspace.Write("plan.json", text);

        (await GenerateAsync("plan.json")).FailedWith(AgentErrorCodes.TaskValidationFailed).Says(reason);
    }

    [Fact]
    public async Task Plan_FileOutsideTheWorkspace_IsRefused() =>
        (await GenerateAsync("../plan.json")).FailedWith(AgentErrorCodes.WorkspaceError).Says("outside");

    [Theory]
    [InlineData("../../out.txt", "was not asked for")]
    [InlineData("/etc/out.txt", "is absolute")]
    [InlineData("other.txt", "was not asked for")]
    public async Task Answer_WithAnotherPath_IsRefusedAndNothingWritten(string path, string reason)
    {
        var bad = Files(("a.txt", "a"), (path, "out"));
        Answers(bad, bad);

        (await GenerateAsync(Plan("a.txt"))).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says(reason);

        AssertNothingWritten();
    }

    [Fact]
    public async Task Answer_WithMistakes_IsToldAllOfThemAndMended()
    {
        Answers(Files(("a.txt", "1"), ("a.txt", "2"), ("c.txt", "\0")), Files(("a.txt", "a"), ("b.txt", "b")));

        (await GenerateAsync(Plan("a.txt", "b.txt"))).Succeeded();

        Assert.All(["there twice", "'c.txt' was not asked for", "null character"], part => Assert.Contains(part, Told(), StringComparison.Ordinal));
        Assert.Equal(["a.txt", "b.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Answer_WithoutAFile_IsNotEnough()
    {
        var half = Files(("a.txt", "a"));
        Answers(half, half);

        (await GenerateAsync(Plan("a.txt", "b.txt"))).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("'b.txt' is missing");

        AssertNothingWritten();
    }

    [Fact]
    public async Task Answer_OfThreeMegabytes_IsRefused()
    {
        var large = Files(("a.txt", new string('x', 3_000_000)));
        Answers(large, large);

        (await GenerateAsync(Plan("a.txt"))).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("files[0].content: it is longer");

        AssertNothingWritten();
    }

    [Fact]
    public async Task Answer_OfTenThousandFiles_IsRefused()
    {
        var much = Files(Enumerable.Range(0, 10_000).Select(file => ($"{file}.txt", "x")));
        Answers(much, much);

        (await GenerateAsync(Plan("a.txt"))).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("10000 entries");

        AssertNothingWritten();
    }

    [Fact]
    public async Task Answer_OfNonsense_IsRefused()
    {
        Answers(JsonValue.Create("I cannot do that."), new JsonObject { ["files"] = new JsonArray(1, null, new JsonObject { ["path"] = 7 }) });

        (await GenerateAsync(Plan("a.txt"))).FailedWith(AgentErrorCodes.LlmInvalidResponse).Says("files[2].path: it must be text");

        AssertNothingWritten();
    }

    [Theory]
    [InlineData("order-desk", "lies outside")]
    [InlineData("order-desk/folder", "through a link")]
    [InlineData("order-desk/folder/a.txt", "is a link")]
    public async Task Target_WithALink_IsRefusedAndNothingWritten(string link, string reason)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(Workspace.Outside, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Workspace.At(link))!);
        Directory.CreateSymbolicLink(Workspace.At(link), elsewhere);

        (await GenerateAsync(Plan("folder/a.txt"), overwrite: true)).FailedWith(AgentErrorCodes.WorkspaceError).Says(reason);

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
        Assert.Empty(Models.Requests);
    }

    [Fact]
    public async Task Repair_ThroughALinkThatABuildLaid_IsRefused()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(Workspace.Outside, "elsewhere")).FullName;
        Answers(Files(("src/a.txt", "a")), Files(("src/a.txt", "b")));

        (await GenerateAsync(Plan("src/a.txt"), commands: Command("sh", "-c", $"rm -r src; ln -s {elsewhere} src; exit 1")))
            .FailedWith(AgentErrorCodes.WorkspaceError).Says("through a link");

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task Own_FilesThatAreLinks_AreReplacedAndNotFollowed()
    {
        var outside = Path.Combine(Workspace.Outside, "private.txt");
        await File.WriteAllTextAsync(outside, "private");
        Directory.CreateDirectory(Workspace.At(".monolith/scaffold/stage"));
        foreach (var name in new[] { "written.json", "written.json.new" })
            File.CreateSymbolicLink(Workspace.At(".monolith/scaffold/stage", name), outside);
        Answers(Files(("a.txt", "a")));

        (await GenerateAsync(Plan("a.txt"))).Succeeded();

        Assert.Equal("private", await File.ReadAllTextAsync(outside));
    }

    private Task<AgentResult> GenerateAsync(JsonNode plan, bool overwrite = false, JsonArray? commands = null) => RunAsync(
        "generate",
        new JsonObject { ["plan"] = plan, ["overwrite"] = overwrite, ["into"] = "order-desk", ["commands"] = new JsonObject { ["build"] = commands ?? Command("true") } });

    private void AssertNothingWritten()
    {
        Assert.Empty(FilesIn("order-desk"));
        Assert.False(File.Exists(Path.Combine(Workspace.Outside, "out.txt")));
    }
}
