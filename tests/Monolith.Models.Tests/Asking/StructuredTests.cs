using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Asking;

[Collection(OneDatabase.Name)]
public sealed class StructuredTests(Database database)
{
    private const string Schema = """
        { "type": "object", "required": ["name", "files"], "additionalProperties": false,
          "properties": { "name": { "type": "string" }, "files": { "type": "integer", "minimum": 1 } } }
        """;

    [Theory]
    [InlineData("""{ "name": "shop", "files": 3 }""")]
    [InlineData("```json\n{ \"name\": \"shop\", \"files\": 3 }\n```")]
    public async Task Ask_AnswerThatFits_GivesItsValue(string text)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say(text));
        await using var world = new World(database, null, World.With(provider));

        var answer = await world.AskAsync("Plan it.", Schema);

        Assert.Equal(("shop", 3), (answer.Json!.Value.GetProperty("name").GetString(), answer.Json!.Value.GetProperty("files").GetInt32()));
        Assert.Contains("minimum", Assert.Single(provider.Requests).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "shop" }""", "files")]
    [InlineData("Sure! Here it is.", "not JSON")]
    public async Task Ask_AnswerThatDoesNotFit_IsMendedOnceAndCountsBoth(string text, string told)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say(text), new Reply.Say("""{ "name": "shop", "files": 1 }"""));
        await using var world = new World(database, null, World.With(provider));

        var answer = await world.AskAsync("Plan it.", Schema);

        Assert.Equal(1, answer.Json!.Value.GetProperty("files").GetInt32());
        Assert.Equal((20, 10, 0.3m), (answer.InputTokens, answer.OutputTokens, answer.Cost));
        var messages = provider.Requests[1].Body.GetProperty("messages");
        Assert.Contains(told, messages[messages.GetArrayLength() - 1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AnswerThatNeverFits_FailsAfterTwo()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("""{ "name": 1, "files": 0 }"""));
        await using var world = new World(database, null, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Plan it.", Schema));

        Assert.Equal(("LLM_INVALID_RESPONSE", 2), (fault.Code, provider.Requests.Count));
        Assert.Contains("name", fault.Message, StringComparison.Ordinal);
        Assert.Contains("files", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_RequestThatIsWrong_NamesAllOfItAndAsksNobody()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.Execution().AskAsync(
            new ModelRequest(ModelMessage.Assistant("Yes?")) { MaxTokens = 0, Schema = "{ nonsense" }, CancellationToken.None));

        Assert.Equal("TASK_VALIDATION_FAILED", fault.Code);
        Assert.All(new[] { "Messages:", "MaxTokens:", "Schema:" }, field => Assert.Contains(field, fault.Message, StringComparison.Ordinal));
        Assert.Empty(provider.Requests);
    }
}
