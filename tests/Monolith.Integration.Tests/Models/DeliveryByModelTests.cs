using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Decisions;
using Monolith.Integration.Tests.Hosting;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

/// <summary>The sample in which a model plans, writes, merges and looks; then the whole of it from the journal.</summary>
[Trait("Length", "Long")]
public sealed class DeliveryByModelTests
{
    [Fact]
    public async Task Delivery_ByModelAndAPerson_ThenReplayedWithoutAsking()
    {
        using var folder = new TestFolder();
        await using var provider = await ScriptedProvider.StartAsync(ScriptedShop.Answers);
        var settings = ModelSettings.For(provider, usdPerMillion: "1");
        await using (var host = await HostProcess.StartAsync(folder.Path, settings))
            await DeliverAsync(host);
        Assert.Equal(ScriptedShop.Answers.Length, provider.Requests.Count);

        await using var again = await HostProcess.StartAsync(folder.Path, [.. settings, ("Models__Replay", "true")]);
        await DeliverAsync(again);
        Assert.Equal(ScriptedShop.Answers.Length, provider.Requests.Count);
    }

    private static async Task DeliverAsync(HostProcess host)
    {
        const string name = "sample-delivery-by-model";
        var sample = await File.ReadAllTextAsync(Path.Combine(Built.Samples, "delivery-by-model.yaml"));
        using var stored = await host.Http.SendAsync(Api.Yaml(HttpMethod.Put, $"/api/v1/pipelines/{name}", sample));
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        using var started = await host.Http.PostAsJsonAsync("/api/v1/runs", new JsonObject { ["pipeline"] = name, ["inputs"] = new JsonObject { ["port"] = FreePort.Find() } });
        var run = (await started.JsonAsync()).GetProperty("id").GetGuid();

        await host.Http.BlockedAsync(run, "decision");
        var plan = await host.Http.PendingAsync("decisions", run);
        Assert.Equal(200, (await host.Http.SayAsync(plan.GetProperty("id").GetGuid(), "approve", "bob")).Status);

        var ended = await host.Http.EndAsync(run);
        Assert.True(ended.GetProperty("status").GetString() == "success", $"{ended}\n{host.Output}");
        Assert.All(ended.GetProperty("stages").EnumerateArray(), stage =>
            Assert.Equal(stage.GetProperty("id").GetString() == "bad" ? "failed" : "success", stage.GetProperty("status").GetString()));
        Assert.Contains("Version 2 is live again.", ended.GetRawText(), StringComparison.Ordinal);
    }
}
