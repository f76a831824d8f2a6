using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Hooks.Sources;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class ConnectionTests(TriggersDatabase database)
{
    [Fact]
    public async Task Find_OtherRepositoriesProjectsForgesAndForks_AreNotConnected()
    {
        await using var forge = await ForgeServer.StartAsync();
        await using var host = new ConnectedHost(database, forge, "own");
        var push = host.Push().What()!;

        Assert.NotNull(host.Runs.Find(push));
        Assert.Null(host.Runs.Find(push with { Project = "other" }));
        Assert.Null(host.Runs.Find(push with { Source = "gitlab" }));
        Assert.Null(host.Runs.Find(push with { Subject = "octocat/Hello-World" }));
        Assert.Null(host.Runs.Find(push with { Kind = TriggerKind.Event }));
        Assert.Null(host.Runs.Find(push with { IsForeign = true }));
        Assert.Null(database.Get<Monolith.Triggers.Hooks.Repositories.RepositoryRuns>().Find(push));
    }

    [Theory]
    [InlineData("Codertocat/../Hello-World")]
    [InlineData("Codertocat/..")]
    [InlineData("Codertocat/a?b")]
    public async Task Find_NameThatIsNone_IsNotConnected(string name)
    {
        await using var forge = await ForgeServer.StartAsync();
        await using var host = new ConnectedHost(database, forge, "own");
        var text = Payload.Text("github-push").Replace("\"Codertocat/Hello-World\"", JsonSerializer.Serialize(name), StringComparison.Ordinal);

        Assert.Null(host.Runs.Find(GitHubPayload.Read("push", JsonDocument.Parse(text).RootElement)!.For("own", "1")));
    }
}
