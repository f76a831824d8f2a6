using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;
using Monolith.Integration.Tests.Notifications;

namespace Monolith.Integration.Tests.Decisions;

public sealed class ConsultingAgentTests
{
    [Fact]
    public async Task Propose_SentBackThenApprovedThenAsked_GoesOnWithAllOfIt()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        using var receiver = new WebhookReceiver((_, response) => response.StatusCode = 204);
        await using var host = await HostProcess.StartAsync(folder.Path, Signing.Settings);
        var run = await host.Http.StartAsAsync("ada", $$"""
            name: consulted
            notifications: { onDecisionRequired: ["{{receiver.Address}}"] }
            stages: [{ id: a, agent: recorder, action: consult, parameters: { confidence: 0.5 } }]
            """);

        await host.Http.BlockedAsync(run, "decision");
        var told = JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement;
        Assert.Equal(("decision.required", "a"), (told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("stage").GetString()));
        var first = await host.Http.PendingAsync("decisions", run);
        Assert.Equal("Move the data, as it is?", first.GetProperty("proposal").GetProperty("title").GetString());
        Assert.Equal("workspace/plan.md", first.GetProperty("subject").GetProperty("artifacts")[0].GetProperty("name").GetString());
        var remark = new JsonObject { ["reason"] = "Too much", ["remark"] = new JsonObject { ["wish"] = "without the old years" } };
        Assert.Equal(200, (await host.Http.SayAsync(first.GetProperty("id").GetGuid(), "revise", "bob", remark)).Status);

        await host.Http.BlockedAsync(run, "decision", times: 2);
        var second = await host.Http.PendingAsync("decisions", run);
        Assert.Equal("Move the data, without the old years?", second.GetProperty("proposal").GetProperty("title").GetString());
        Assert.Equal(200, (await host.Http.SayAsync(second.GetProperty("id").GetGuid(), "approve", "bob", new JsonObject { ["option"] = "on Sunday" })).Status);

        await host.Http.BlockedAsync(run, "clarification");
        var asked = await host.Http.PendingAsync("clarifications", run);
        using var answer = await host.Http.PostAsJsonAsync(
            $"/api/v1/clarifications/{asked.GetProperty("id").GetGuid()}/answers", new JsonObject { ["answers"] = new JsonObject { ["why"] = "It is full" } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var ended = await host.Http.EndAsync(run);
        Assert.Equal("a:success", ended.Stages());
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["option"] = "on Sunday", ["by"] = "bob", ["why"] = "It is full", ["plan"] = "Move the data, without the old years." },
            JsonNode.Parse(ended.GetProperty("stages")[0].GetProperty("outputs").GetRawText())));
        var metrics = await host.Http.GetStringAsync("/metrics");
        Assert.Contains("""monolith_decisions_total{category="data_migration",outcome="required"} 2""", metrics, StringComparison.Ordinal);
        Assert.Contains("""monolith_decisions_total{category="data_migration",outcome="revised"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains("""monolith_decisions_total{category="data_migration",outcome="approved"} 1""", metrics, StringComparison.Ordinal);
    }
}
