using System.Text.Json.Nodes;
using Monolith.Plugins.E2e;
using NJsonSchema;

namespace Monolith.Plugins.Tests.E2e;

public sealed class WriteActionTests : E2eTestBase
{
    private const string Good = """
        { "name": "Notes", "variables": { "what": "Tea: green #1" },
          "scenarios": [{ "name": "Adds a note", "tags": ["smoke"], "steps": [
            { "open": "/" },
            { "fill": { "label": "Note", "value": "${what}" } },
            { "click": { "role": "button", "name": "Add", "exact": true } },
            { "expect": { "testId": "note", "count": 1 } },
            { "request": { "url": "/api/status", "json": { "status": "well" }, "body": { "a": [1, true, null] } } }] }] }
        """;

    private const string Bad = """{ "scenarios": [{ "name": "Adds a note", "steps": [{ "open": "/${nobody}" }] }] }""";

    [Fact]
    public async Task Write_GoodAnswer_IsAFileThatValidates()
    {
        var context = new ModelContext(Context("write", Parameters()), Good);

        var result = (await new E2eAgent().ExecuteAsync(context, CancellationToken.None)).Succeeded();

        Assert.Equal("e2e/written.yaml", (string)result.Outputs["path"]!);
        Assert.Equal(5, result.Metrics["e2e.steps"]);
        var request = Assert.Single(context.Asked);
        Assert.Contains("People add notes", request.Messages[0].Text, StringComparison.Ordinal);
        Assert.Empty((await JsonSchema.FromJsonAsync(request.Schema!)).Validate(Good));
        var validated = (await DoAsync(Context("validate", []))).Succeeded();
        Assert.Equal(1, (int)validated.Outputs["scenarios"]!);
        Assert.Contains("Tea: green #1", await File.ReadAllTextAsync(Workspace.At("e2e", "written.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AnswerWithMistakes_IsMendedOnce()
    {
        var context = new ModelContext(Context("write", Parameters()), Bad, Good);

        (await new E2eAgent().ExecuteAsync(context, CancellationToken.None)).Succeeded();

        Assert.Equal([ModelRole.User, ModelRole.Assistant, ModelRole.User], context.Asked[1].Messages.Select(message => message.Role));
        Assert.Contains("there is no variable 'nobody'", context.Asked[1].Messages[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_MistakesAgain_FailsAndWritesNothing()
    {
        var context = new ModelContext(Context("write", Parameters()), Bad, Bad);

        var error = (await new E2eAgent().ExecuteAsync(context, CancellationToken.None)).FailedWith(AgentErrorCodes.LlmInvalidResponse);

        Assert.True(error.Says("no variable 'nobody'").Retryable);
        Assert.False(Directory.Exists(Workspace.At("e2e")));
    }

    [Fact]
    public async Task Write_OverAFileOfAPerson_IsRefusedBeforeAnybodyIsAsked()
    {
        Workspace.Write("e2e/written.yaml", Scenarios.Endless);
        var context = new ModelContext(Context("write", Parameters()), Good);

        (await new E2eAgent().ExecuteAsync(context, CancellationToken.None)).FailedWith(AgentErrorCodes.WorkspaceError).Says("was not written by this action");

        Assert.Empty(context.Asked);
    }

    [Fact]
    public async Task Write_Again_OverwritesItsOwnFile()
    {
        for (var time = 0; time < 2; time++)
            (await new E2eAgent().ExecuteAsync(new ModelContext(Context("write", Parameters()), Good), CancellationToken.None)).Succeeded();
    }

    private static JsonObject Parameters() => new() { ["requirements"] = "People add notes and see them in a list." };
}
