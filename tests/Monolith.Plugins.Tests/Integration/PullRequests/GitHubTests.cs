using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>Opened, updated, commented on.</summary>
public sealed class GitHubTests : GitHubTestBase
{
    [Fact]
    public async Task None_IsCreated()
    {
        Forge.On(Find, "[]").On(Create, Open, 201);

        var result = (await RunAsync()).Succeeded();

        Assert.Equal((7, true, false), ((long)result.Outputs["number"]!, (bool)result.Outputs["created"]!, (bool)result.Outputs["merged"]!));
        Assert.Equal(Create + """ {"title":"A title","body":"A body","head":"feature/x","base":"main","draft":false}""", Forge.Calls[^1]);
    }

    [Fact]
    public async Task Existing_TheSame_IsLeftAlone()
    {
        Forge.On(Find, $"[{Open}]");

        Assert.False((bool?)(await RunAsync()).Succeeded().Outputs["created"]);

        Assert.Equal([Find], Forge.Calls);
    }

    [Fact]
    public async Task Existing_Otherwise_IsUpdated()
    {
        Forge.On(Find, $"[{Open.Replace("A title", "Old", StringComparison.Ordinal)}]").On("PATCH /repos/acme/shop/pulls/7", Open);

        (await RunAsync()).Succeeded();

        Assert.Equal("""PATCH /repos/acme/shop/pulls/7 {"title":"A title","body":"A body"}""", Forge.Calls[^1]);
    }

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
