using System.Text.Json;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Registry.Shadowing;
using Monolith.Agents.Tests.Support;
using Monolith.Agents.Workers;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Workers;

/// <summary>Agents in workers are also called outside stages, to compare versions; they must reach nothing then that whoever calls does not hear of.</summary>
[Collection(WorkerCollection.Name)]
public sealed class OfflineTests(WorkerHost host)
{
    [Fact]
    public async Task Execute_WithAContextOfAnotherKind_AsksItForTheSecrets()
    {
        using var folder = new TempFolder();
        var context = new NotingContext("tell", folder.Path);

        var outputs = (await ExecuteAsync(context)).Outputs;

        Assert.Equal("run 2 5", $"{outputs["run"]} {outputs["attempt"]} {outputs["hasSecret"]}");
        Assert.Equal(["secret token", "secret other"], context.Notes);
    }

    [Fact]
    public async Task Execute_ThatWouldCallSomebody_TellsAndDoesNot()
    {
        using var server = new TestServer("inside");
        using var folder = new TempFolder();
        var context = new NotingContext("fetch", folder.Path, $$"""{ "url": "http://{{server.Address}}/" }""");

        var fault = await Assert.ThrowsAsync<WorkerException>(() => ExecuteAsync(context));

        Assert.Contains("reaches nothing outside", fault.Message);
        Assert.Equal(["connect"], context.Notes);
    }

    [Theory]
    [InlineData("fetch", ShadowResult.NotCompared)]
    [InlineData("question", ShadowResult.Different)]
    public async Task Compare_AgentInAWorker_IsDoneAgainUnlessItReachesOutside(string action, ShadowResult result)
    {
        using var data = new TempFolder();
        var recorded = Attempts.Recorded with { Agent = "outside", Action = action, Parameters = JsonElement.Parse("""{ "url": "http://127.0.0.1:9/" }""") };

        var attempt = await new ShadowExecution(new DataFolders(data.Path), TimeProvider.System).DoAsync(host.Host.Loaded.Serving("outside"), recorded, CancellationToken.None);

        Assert.Equal(result, attempt.Result);
    }

    private Task<AgentResult> ExecuteAsync(NotingContext context) =>
        host.Host.Loaded.Serving("outside")!.Instance.ExecuteAsync(context, CancellationToken.None).WaitAsync(Safety.Limit);
}
