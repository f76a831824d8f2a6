using System.Text;
using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Journal;

[Collection(OneDatabase.Name)]
public sealed class JournalTests(Database database)
{
    private static readonly (string, string?)[] Kept = [("Models:Journal:Key", World.Key)];
    private static readonly (string, string?)[] Replayed = [("Models:Journal:Key", World.Key), ("Models:Replay", "true")];

    [Fact]
    public async Task Ask_AttemptThatRunsAgain_GetsWhatItWasAnsweredAndSpendsNothing()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("first"), new Reply.Say("second"), new Reply.Say("third"));
        await using var world = new World(database, null, [.. World.With(provider), .. Kept]);
        var before = world.Execution();
        await AskAsync(before);
        await AskAsync(before);

        var again = world.Execution();
        var answers = new[] { await AskAsync(again), await AskAsync(again), await AskAsync(again) };

        Assert.Equal(["first", "second", "third"], answers.Select(answer => answer.Text));
        Assert.Equal([true, true, false], answers.Select(answer => answer.Recorded));
        Assert.Equal((0, 0m), (answers[0].InputTokens, answers[0].Cost));
        Assert.Equal(3, provider.Requests.Count);
        Assert.Equal(0.45m, await world.SpentAsync());
    }

    [Fact]
    public async Task Ask_NextAttempt_AsksAnew()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("first"), new Reply.Say("second"));
        await using var world = new World(database, null, [.. World.With(provider), .. Kept]);
        await world.AskAsync("Hi");
        await using var next = new World(database, null, [.. World.With(provider), .. Kept]) { Caller = world.Caller with { Attempt = 2 } };

        Assert.Equal("second", (await next.AskAsync("Hi")).Text);
    }

    [Fact]
    public async Task Row_OfACall_HoldsWhatWasSaidEncryptedOnly()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("the answer is plain"));
        await using var world = new World(database, null, [.. World.With(provider), .. Kept]);
        await world.AskAsync("the question is plain");

        var content = await world.ReadAsync<byte[]>("select content from {calls} where run_id = $1", world.Caller.RunId);
        var rest = await world.ReadAsync<string>("select (to_jsonb(c) - 'content')::text from {calls} c where run_id = $1", world.Caller.RunId);

        Assert.NotNull(content);
        Assert.DoesNotContain("plain", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        Assert.DoesNotContain("plain", rest, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"ok\"", rest, StringComparison.Ordinal);
        Assert.Contains("\"input_tokens\": 10", rest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(World.Key, "Off")]
    public async Task Row_ContentIsOff_HoldsNothingOfIt(string? key, string? content)
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, [.. World.With(provider), ("Models:Journal:Key", key), ("Models:Journal:Content", content)]);
        await world.AskAsync("Hi");
        await world.AskAsync("Hi");

        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(2L, await world.ReadAsync<long>("select count(*) from {calls} where run_id = $1 and content is null", world.Caller.RunId));
    }

    [Fact]
    public async Task Replay_AnotherRun_IsAnsweredFromTheJournalAlone()
    {
        var question = $"Question {Guid.NewGuid()}";
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("one"), new Reply.Say("two"));
        await using var world = new World(database, null, [.. World.With(provider), .. Kept]);
        var execution = world.Execution();
        await AskAsync(execution, question);
        await AskAsync(execution, question);

        await using var replay = new World(database, null, [.. Replayed]);
        var replayed = replay.Execution();

        Assert.Equal("one", (await AskAsync(replayed, question)).Text);
        Assert.Equal("two", (await AskAsync(replayed, question)).Text);
        Assert.Equal(2, provider.Requests.Count);
        Assert.Equal(0, await replay.SpentAsync());
    }

    [Fact]
    public async Task Replay_QuestionThatWasNeverAsked_FailsAndAsksNobody()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, [.. World.With(provider), .. Replayed]);

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync($"Question {Guid.NewGuid()}"));

        Assert.Equal("LLM_API_ERROR", fault.Code);
        Assert.Contains("Models:Replay", fault.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Ask_RecordedUnderAnotherKey_AsksAnew()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("first"), new Reply.Say("second"));
        await using var world = new World(database, null, [.. World.With(provider), .. Kept]);
        await world.AskAsync("Hi");
        var other = Convert.ToBase64String(new byte[32]);
        await using var host = new World(database, null, [.. World.With(provider), ("Models:Journal:Key", other)]) { Caller = world.Caller };

        Assert.Equal("second", (await host.AskAsync("Hi")).Text);
    }

    private static Task<ModelAnswer> AskAsync(IAgentModels models, string question = "Hi") =>
        models.AskAsync(new ModelRequest(ModelMessage.User(question)) { MaxTokens = 20 }, CancellationToken.None);
}
