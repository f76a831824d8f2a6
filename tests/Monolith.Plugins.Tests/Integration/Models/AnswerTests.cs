using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration.Models;

/// <summary>Answers of no use, and none.</summary>
public sealed class AnswerTests : ModelTestBase
{
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
}
