using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration.Models;

/// <summary>How sure a model must be.</summary>
public sealed class ConfidenceTests : ModelTestBase
{
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
}
