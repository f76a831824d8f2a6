using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Providers;

[Collection(OneDatabase.Name)]
public sealed class ProtocolTests(Database database)
{
    [Theory]
    [InlineData("Anthropic", "/v1/messages")]
    [InlineData("OpenAI", "/v1/chat/completions")]
    [InlineData("Ollama", "/api/chat")]
    public async Task Ask_EachKind_SpeaksItsProtocolAndCountsWhatItTook(string kind, string path)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("Hello there") { InputTokens = 12, OutputTokens = 3 });
        await using var world = new World(database, null, World.With(provider, kind));

        var answer = await world.Execution().AskAsync(
            new ModelRequest(ModelMessage.User("Hi"), ModelMessage.Assistant("Yes?"), ModelMessage.User("Greet me.")) { System = "Be kind.", MaxTokens = 77 },
            CancellationToken.None);

        Assert.Equal(("Hello there", 12, 3, 0.15m, "first", false), (answer.Text, answer.InputTokens, answer.OutputTokens, answer.Cost, answer.Provider, answer.Truncated));
        var request = Assert.Single(provider.Requests);
        Assert.Equal(path, request.Path);
        Assert.Equal("scripted-model", request.Body.GetProperty("model").GetString());
        var sent = request.Body.GetRawText();
        Assert.All(new[] { "Be kind.", "Hi", "Yes?", "Greet me.", "77" }, text => Assert.Contains(text, sent, StringComparison.Ordinal));
        Assert.Contains(request.Headers, header => header.Value.Contains("sk-very-secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI")]
    [InlineData("Ollama")]
    public async Task Ask_WithAListener_HearsThePiecesAndGivesTheWhole(string kind)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("One two three") { InputTokens = 7, OutputTokens = 3 });
        await using var world = new World(database, null, World.With(provider, kind));
        var heard = new List<string>();

        var answer = await world.Execution().AskAsync(new ModelRequest(ModelMessage.User("Count.")) { OnText = heard.Add, MaxTokens = 20 }, CancellationToken.None);

        Assert.Equal(["One ", "two ", "three"], heard);
        Assert.Equal(("One two three", 7, 3), (answer.Text, answer.InputTokens, answer.OutputTokens));
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI")]
    [InlineData("Ollama")]
    public async Task Ask_AnswerAtItsLimit_SaysSo(string kind)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("Once upon a") { Truncated = true });
        await using var world = new World(database, null, World.With(provider, kind));

        Assert.True((await world.AskAsync("Tell.")).Truncated);
    }
}
