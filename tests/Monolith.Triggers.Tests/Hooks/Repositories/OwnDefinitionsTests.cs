using System.Text.Json;
using Monolith.Pipelines.Journal;
using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class OwnDefinitionsTests(TriggersDatabase database)
{
    [Theory]
    [InlineData("github", "/repos/Codertocat/Hello-World/contents/.monolith?ref=0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", "authorization", "Bearer t0ken", "error")]
    [InlineData("gitlab", "/projects/mike%2Fdiaspora/repository/tree?path=.monolith&ref=da1560886d4f094c3e6c9ef40349f7d38b5d27d7&per_page=100", "private-token", "t0ken", "failed")]
    public async Task Look_PushToAConnectedRepository_StartsWhatLiesThereAndShowsWhatIsBroken(string source, string listing, string header, string token, string state)
    {
        await using var forge = await ForgeServer.StartAsync();
        (forge.Files["build.yaml"], forge.Files["broken.yml"]) = (ConnectedHost.Build, "name: broken\nstages: [{ id: s, waits: { for: 1h } }]\nno: 1");
        await using var host = new ConnectedHost(database, forge, $"own-{source}");
        var push = host.Push(source);

        var (kept, _) = await host.Desk.AcceptAsync(push, CancellationToken.None);
        Assert.Equal((HookDelivery.Pending, 0), (kept.Status, forge.Asked.Count));
        Assert.Equal(1, await host.Service.LookAsync(CancellationToken.None));

        var done = (await host.FindAsync(push)).View();
        Assert.Equal([".monolith/broken.yml", ".monolith/build.yaml"], done.Runs.Select(run => run.Pipeline));
        Assert.Contains("\n", done.Runs[0].Error, StringComparison.Ordinal);
        Assert.Equal((listing, 4), (forge.Asked[0], forge.Asked.Count));
        Assert.All(forge.All, request => Assert.Equal(token, request.Headers[header]));
        var status = JsonDocument.Parse(Assert.Single(forge.Statuses).Body).RootElement;
        Assert.Equal((state, done.Runs[0].Error!.Split('\n')[0]), (status.GetProperty("state").GetString(), status.GetProperty("description").GetString()));

        var run = (await database.Get<RunReader>().LoadAsync(done.Runs[1].RunId!.Value, CancellationToken.None))!;
        Assert.Equal(("build", null, "webhook", $"own-{source}", ".monolith/build.yaml"), (run.Pipeline, run.PipelineVersion, run.Trigger, run.Project, run.Labels["definition"]));
        Assert.StartsWith($"{source}:", run.Origin!.UserId, StringComparison.Ordinal);
        Assert.StartsWith($"status+{source}:", run.ReportTo, StringComparison.Ordinal);
    }
}
