namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>A comment of the stage.</summary>
public sealed class GitHubCommentTests : GitHubTestBase
{
    [Fact]
    public async Task Comment_ExecutedAgain_ReplacesItsOwn()
    {
        const string list = "GET /repos/acme/shop/issues/7/comments?per_page=100&page=1";
        Forge.On(Find, $"[{Open}]").On(list, "[]").On("POST /repos/acme/shop/issues/7/comments", """{ "id": 9 }""", 201);
        (await RunAsync(""", "comment": "Tested" """)).Succeeded();
        var said = System.Text.Json.Nodes.JsonNode.Parse(Forge.Calls[^1][(Forge.Calls[^1].IndexOf('{', StringComparison.Ordinal))..])!["body"]!.ToJsonString();

        Forge.Now(list, $$"""[{ "id": 8, "body": "Of somebody" }, { "id": 9, "body": {{said}} }]""").On("PATCH /repos/acme/shop/issues/comments/9", "{}");
        await RunAsync(""", "comment": "Tested" """);
        (await RunAsync(""", "comment": "Tested twice" """)).Succeeded();

        Assert.Single(Forge.Calls, call => call.StartsWith("POST", StringComparison.Ordinal));
        Assert.StartsWith("""PATCH /repos/acme/shop/issues/comments/9 {"body":"Tested twice""", Forge.Calls[^1], StringComparison.Ordinal);
    }
}
