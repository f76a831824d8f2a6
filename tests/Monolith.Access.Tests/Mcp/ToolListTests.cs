using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Mcp;

[Collection(OneKeyedHost.Name)]
public sealed class ToolListTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task ListTools_AnyCaller_SeesThemAll()
    {
        await using var viewer = await Assistant.ConnectAsync(keyed.Host, await keyed.Admin.NewKeyAsync("mcp-lea", "viewer"));

        Assert.Equal(
            ["answer_clarification", "decide", "get_run", "list_agents", "list_clarifications", "list_decisions", "list_pipelines", "read_log", "start_run", "watch_run"],
            (await viewer.ToolsAsync()).Order(StringComparer.Ordinal));
        Assert.Contains("\"command\"", (await viewer.CallAsync("list_agents", "{}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_run", """{ "runId": "../keys" }""")]
    [InlineData("read_log", """{ "runId": "00000000-0000-0000-0000-000000000000", "stage": "../../../keys" }""")]
    [InlineData("decide", """{ "decisionId": "00000000-0000-0000-0000-000000000000", "verdict": "destroy" }""")]
    [InlineData("start_run", "{}")]
    public async Task Call_ArgumentsThatAreNone_IsAnError(string tool, string arguments)
    {
        await using var admin = await Assistant.ConnectAsync(keyed.Host, KeyedHostFixture.FirstKey);

        var (isError, text) = await admin.CallAsync(tool, arguments);

        Assert.True(isError, text);
    }
}
