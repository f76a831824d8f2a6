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
}
