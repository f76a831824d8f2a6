using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration;

/// <summary>Conflicts that a language model is asked about.</summary>
public sealed class ModelTests : IntegrationTestBase
{
    private const string Merge = """{ "source": "feature", "conflicts": "model" }""";

    [Theory]
    [InlineData(85)]
    [InlineData(100)]
    public async Task Sure_IsTakenWithTheFilesLineEnds(int confidence)
    {
        Conflict();
        Answers(_ => ("both\nsides", confidence));

        var result = (await RunAsync("merge_branch", Merge)).Succeeded();

        Assert.Equal("1\r\nboth\r\nsides\r\n3\r\n", Text("a.txt"));
        Assert.Equal(1, result.Metrics["conflicts.model"]);
        var asked = JsonNode.Parse(Assert.Single(Models.Requests).Messages[0].Text)!["conflicts"]![0]!;
        Assert.Equal(("1\r\n", "main\r\n", "2\r\n", "feature\r\n", "3\r\n"), ((string?)asked["before"], (string?)asked["ours"], (string?)asked["base"], (string?)asked["theirs"], (string?)asked["after"]));
    }

    [Fact]
    public async Task Unsure_IsProposedToPeopleAndTakenWhenTheyApprove()
    {
        Conflict();
        Answers(_ => ("both", 84));

        var proposal = (await RunAsync("merge_branch", Merge)).Proposal!;
        Assert.Null(proposal.Confidence);
        Assert.Equal("as proposed", proposal.Options[0]);
        Assert.Equal(84, (int?)proposal.Evidence!["conflicts"]![0]!["proposed"]!["confidence"]);
        (await RunAsync("merge_branch", Merge, Approved("as proposed"))).Succeeded();

        Assert.Equal("1\r\nboth\r\n3\r\n", Text("a.txt"));
        Assert.Single(Models.Requests);
    }

    [Fact]
    public async Task Alone_NeedsSeventy()
    {
        Conflict();
        Stop();
        Answers(_ => ("both", 70));

        (await RunAsync("resolve_conflict", """{ "conflicts": "model" }""")).Succeeded();

        Assert.Equal("1\r\nboth\r\n3\r\n", Text("a.txt"));
    }

    [Fact]
    public async Task SomeSure_AreNotAskedAgainAfterTheDecision()
    {
        Conflict(("b.txt", "1\n", "feature\n", "main\n"));
        Answers(path => path == "a.txt" ? ("sure", 90) : ("unsure", 10));
        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);
        Answers(_ => ("another answer", 100));

        (await RunAsync("merge_branch", Merge, Approved("ours"))).Succeeded();

        Assert.Equal(("1\r\nsure\r\n3\r\n", "main\n"), (Text("a.txt"), Text("b.txt")));
    }

    [Theory]
    [InlineData("""{ "id": "another", "text": "x", "confidence": 100, "reason": "" }""")]
    [InlineData("""{ "id": "ID", "text": "<<<<<<< ours\nx\n>>>>>>> theirs\n", "confidence": 100, "reason": "" }""")]
    [InlineData("""{ "id": "ID", "text": "x", "confidence": 100, "reason": "" }, { "id": "ID", "text": "y", "confidence": 100, "reason": "" }""")]
    [InlineData("")]
    public async Task Answer_OfNoUse_LeavesItToPeople(string entries)
    {
        Conflict();
        Models.Answer = question => JsonNode.Parse($$"""{ "resolutions": [{{entries.Replace("ID", (string?)question["conflicts"]![0]!["id"], StringComparison.Ordinal)}}] }""")!;

        var proposal = (await RunAsync("merge_branch", Merge)).Proposal!;

        Assert.Equal("ours", proposal.Options[0]);
    }

    [Fact]
    public async Task NoModel_LeavesItToPeople()
    {
        Conflict();

        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);
    }

    [Fact]
    public async Task NoUtf8_IsNotShownToAModel()
    {
        CommitBytes("main", "First", ("a.txt", [0x31, 0xff, 0x0a]));
        CommitBytes("feature", "Feature", ("a.txt", [0x32, 0xff, 0x0a]));
        On("main");
        CommitBytes("main", "Main", ("a.txt", [0x33, 0xff, 0x0a]));

        Assert.NotNull((await RunAsync("merge_branch", Merge)).Proposal);

        Assert.Empty(Models.Requests);
    }

    private static AgentApproval Approved(string option) => new("1", IsRevision: false, option, ["bob"], "", Remark: null);

    private void Answers(Func<string, (string Text, int Confidence)> answer) => Models.Answer = question => new JsonObject
    {
        ["resolutions"] = new JsonArray([.. question["conflicts"]!.AsArray().Select(conflict => new JsonObject
        {
            ["id"] = (string?)conflict!["id"],
            ["text"] = answer((string)question["path"]!).Text,
            ["confidence"] = answer((string)question["path"]!).Confidence,
            ["reason"] = "Both were wanted.",
        })]),
    };

    private void Conflict(params (string Path, string Base, string Feature, string Main)[] more)
    {
        Commit("main", "First", [("a.txt", "1\r\n2\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Base))]);
        Commit("feature", "Feature", [("a.txt", "1\r\nfeature\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Feature))]);
        On("main");
        Commit("main", "Main", [("a.txt", "1\r\nmain\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Main))]);
    }
}
