using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Projects;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Mcp;

[Collection(OneKeyedHost.Name)]
public sealed class PeopleToolTests(KeyedHostFixture keyed)
{
    private const string Run = """
        name: asks
        stages:
          - { id: asked, agent: command, action: run, clarify: { text: "Make it fast", acceptanceCriteria: "" }, parameters: { script: "true" } }
          - { id: decided, agent: command, action: run, decision: { category: security_affecting, title: "Go?", confidence: 0.5 }, parameters: { script: "true" } }
        """;

    [Fact]
    public async Task DecideAndAnswer_InTheCallersName_LetTheRunGoOn()
    {
        using var started = await keyed.Admin.Http.PostAsync("/api/v1/runs", new StringContent(Run, Encoding.UTF8, "application/yaml"));
        var id = started.Headers.Location!.ToString().Split('/')[^1];
        await RunFollower.UntilAsync(keyed.Admin.Http, id, "clarification_requested", "decision_requested");
        await using var assistant = await Assistant.ConnectAsync(keyed.Host, await keyed.Admin.NewKeyAsync("mcp-bea", "operator", "approver"));

        var decision = (await assistant.JsonAsync("list_decisions", $$"""{ "runId": "{{id}}" }""")).GetProperty("decisions")[0];
        var asked = (await assistant.JsonAsync("list_clarifications", $$"""{ "runId": "{{id}}" }""")).GetProperty("clarifications")[0];
        var decided = await assistant.JsonAsync("decide", $$"""{ "decisionId": "{{decision.Text("id")}}", "verdict": "approve", "reason": "Looks right", "subject": "{{decision.GetProperty("subject").Text("sha256")}}" }""");
        await assistant.JsonAsync("answer_clarification", $$"""{ "clarificationId": "{{asked.Text("id")}}", "answers": {{Answers(asked)}} }""");

        Assert.Equal(("approved", "mcp-bea"), (decided.Text("status"), decided.Text("by")));
        Assert.Equal("success", (await assistant.JsonAsync("watch_run", $$"""{ "runId": "{{id}}", "seconds": 60 }""")).Text("status"));
        Assert.Single(await keyed.Admin.EntriesAsync($"who=mcp-bea&action=decision.approve&subject={decision.Text("id")}"));
    }

    private static string Answers(JsonElement asked) => JsonSerializer.Serialize(asked.GetProperty("questions").EnumerateArray().ToDictionary(question => question.Text("id"), Answer));

    private static object Answer(JsonElement question) => question.Text("type") switch
    {
        "yes_no" => true,
        "numeric" => 1,
        "multiple_choice" => question.GetProperty("options")[0].GetString()!,
        _ => "It answers within 100 ms, measured at the 95th percentile.",
    };
}
