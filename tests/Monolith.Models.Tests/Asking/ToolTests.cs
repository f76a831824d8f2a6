using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Asking;

[Collection(OneDatabase.Name)]
public sealed class ToolTests(Database database)
{
    private static readonly ModelTool ReadFile = new("read_file", "Reads a file.", """{ "type": "object", "properties": { "path": { "type": "string" } } }""");

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI")]
    [InlineData("Ollama")]
    public async Task Ask_ModelThatWantsATool_GetsItsResultAndAnswers(string kind)
    {
        await using var provider = await ScriptedProvider.StartAsync(
            new Reply.Say("") { Tool = ("read_file", """{ "path": "a.txt", "lines": [1, 2] }""") }, new Reply.Say("It says hello."));
        await using var world = new World(database, null, World.With(provider, kind));
        var models = world.Execution();
        var request = new ModelRequest(ModelMessage.User("What does a.txt say?")) { Tools = [ReadFile], MaxTokens = 20 };

        var wants = await models.AskAsync(request, CancellationToken.None);
        var call = Assert.Single(wants.ToolCalls);
        var answer = await models.AskAsync(
            request with { Messages = [.. request.Messages, ModelMessage.Assistant(wants), ModelMessage.ToolResult(call, "hello from the file")] }, CancellationToken.None);

        Assert.Equal(("read_file", "a.txt", 2), (call.Name, call.Arguments.GetProperty("path").GetString(), call.Arguments.GetProperty("lines")[1].GetInt32()));
        Assert.Equal("It says hello.", answer.Text);
        Assert.Empty(answer.ToolCalls);
        Assert.Contains("Reads a file.", provider.Requests[0].Body.GetProperty("tools").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("hello from the file", provider.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("a.txt", provider.Requests[1].Body.GetProperty("messages")[1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithASchema_LooksAtTheAnswerAndNotAtTheCallOfATool()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("") { Tool = ("read_file", "{}") });
        await using var world = new World(database, null, World.With(provider));

        var wants = await world.Execution().AskAsync(
            new ModelRequest(ModelMessage.User("Hi")) { Tools = [ReadFile], Schema = """{ "type": "integer" }""", MaxTokens = 20 }, CancellationToken.None);

        Assert.Single(wants.ToolCalls);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Ask_AttemptThatRunsAgain_GetsTheCallsOfToolsItHad()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("") { Tool = ("read_file", """{ "path": "a.txt" }""") });
        await using var world = new World(database, null, [.. World.With(provider), ("Models:Journal:Key", World.Key)]);
        var request = new ModelRequest(ModelMessage.User("Hi")) { Tools = [ReadFile], MaxTokens = 20 };
        await world.Execution().AskAsync(request, CancellationToken.None);

        var again = await world.Execution().AskAsync(request, CancellationToken.None);

        Assert.True(again.Recorded);
        Assert.Equal("a.txt", Assert.Single(again.ToolCalls).Arguments.GetProperty("path").GetString());
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Ask_ToolsThatAreWrong_AreNamedEach()
    {
        await using var world = new World(database);

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.Execution().AskAsync(
            new ModelRequest(ModelMessage.User("Hi"), new ModelMessage(ModelRole.Tool, "of nothing"))
            {
                Tools = [ReadFile, ReadFile, ReadFile with { Name = "read file" }, ReadFile with { Name = "x", ParametersSchema = "nonsense" }],
            },
            CancellationToken.None));

        Assert.Equal("TASK_VALIDATION_FAILED", fault.Code);
        Assert.All(
            new[] { "Messages: those of tools", "'read_file' is there twice", "'read file' is not", "the schema of 'x'" },
            named => Assert.Contains(named, fault.Message, StringComparison.Ordinal));
    }
}
