using System.Net;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Projects;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Mcp;

[Collection(OneKeyedHost.Name)]
public sealed class ToolRightsTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task Connect_WithoutAKey_IsRefused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<HttpRequestException>(() => Assistant.ConnectAsync(keyed.Host, key: null))).StatusCode);

    [Fact]
    public async Task StartRun_ByAViewer_IsForbiddenAndAudited()
    {
        await using var viewer = await Assistant.ConnectAsync(keyed.Host, await keyed.Admin.NewKeyAsync("mcp-vic", "viewer"));

        var (isError, text) = await viewer.CallAsync("start_run", """{ "pipeline": "any" }""");

        Assert.True(isError);
        Assert.StartsWith("FORBIDDEN", text, StringComparison.Ordinal);
        Assert.Equal("POST /api/v1/runs", Assert.Single(await keyed.Admin.EntriesAsync("who=mcp-vic&result=403")).Text("request"));
    }

    [Fact]
    public async Task Call_ItemOfAnotherProject_IsNotThere()
    {
        var red = await keyed.RedAsync();
        await using var blue = await Assistant.ConnectAsync(
            keyed.Host, await keyed.Admin.NewKeyAsync(new { name = "mcp-blue", roles = new[] { "admin" }, projects = new[] { "blue" } }));

        string[] calls =
        [
            "start_run " + $$"""{ "pipeline": "{{RedProject.Pipeline}}" }""",
            "start_run " + $$"""{ "pipeline": "{{RedProject.Pipeline}}", "project": "red" }""",
            "get_run " + $$"""{ "runId": "{{red.Ids["runs"]}}" }""",
            "watch_run " + $$"""{ "runId": "{{red.Ids["runs"]}}" }""",
            "read_log " + $$"""{ "runId": "{{red.Ids["runs"]}}", "stage": "made" }""",
            "decide " + $$"""{ "decisionId": "{{red.Ids["decisions"]}}", "verdict": "approve" }""",
            "answer_clarification " + $$"""{ "clarificationId": "{{red.Ids["clarifications"]}}", "answers": {} }""",
        ];
        foreach (var call in calls)
        {
            var (isError, text) = await blue.CallAsync(call[..call.IndexOf(' ', StringComparison.Ordinal)], call[call.IndexOf(' ', StringComparison.Ordinal)..]);
            Assert.True(isError && text.Contains("NOT_FOUND", StringComparison.Ordinal), $"{call}: {text}");
        }

        Assert.DoesNotContain(red.Ids["decisions"], (await blue.CallAsync("list_decisions", "{}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RedProject.Pipeline, (await blue.CallAsync("list_pipelines", "{}")).Text, StringComparison.Ordinal);
    }
}
