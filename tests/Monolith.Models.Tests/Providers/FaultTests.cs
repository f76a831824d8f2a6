using Monolith.Agents.Sdk;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Providers;

[Collection(OneDatabase.Name)]
public sealed class FaultTests(Database database)
{
    public static TheoryData<string, Reply> Passing => new MatrixTheoryData<string, Reply>(
        ["Anthropic", "OpenAI", "Ollama"],
        [new Reply.Refuse(429), new Reply.Refuse(529), new Reply.Refuse(503, "3"), new Reply.CutOff()]).ToTheoryData();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Ask_FaultThatPasses_IsRepeated(string kind, Reply fault)
    {
        await using var provider = await ScriptedProvider.StartAsync(fault, fault, new Reply.Say("At last"));
        await using var world = new World(database, null, World.With(provider, kind));

        var answer = await world.AskAsync("Hi");

        Assert.Equal("At last", answer.Text);
        Assert.Equal(3, provider.Requests.Count);
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI")]
    [InlineData("Ollama")]
    public async Task Ask_StreamThatBreaksOff_IsReadAgainFromItsBeginning(string kind)
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.CutOff(), new Reply.Say("At last"));
        await using var world = new World(database, null, World.With(provider, kind));
        var heard = new List<string>();

        var answer = await world.Execution().AskAsync(new ModelRequest(ModelMessage.User("Hi")) { OnText = heard.Add, MaxTokens = 20 }, CancellationToken.None);

        Assert.Equal("At last", answer.Text);
        Assert.Equal("At last", string.Concat(heard.TakeLast(2)));
    }

    [Fact]
    public async Task Ask_RateLimitToTheEnd_FailsRetryableAfterFiveTries()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Refuse(429));
        await using var world = new World(database, null, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_RATE_LIMIT", true, 5), (fault.Code, fault.Retryable, provider.Requests.Count));
    }

    [Fact]
    public async Task Ask_ProviderThatWantsALongRest_IsLeftAloneAtOnce()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Refuse(429, "3600"));
        await using var world = new World(database, null, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_RATE_LIMIT", 1), (fault.Code, provider.Requests.Count));
    }

    [Fact]
    public async Task Ask_WrongKey_IsNotRepeatedAndTheKeyIsNotTold()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Refuse(401, Reason: "wrong key sk-very-secret"));
        await using var world = new World(database, null, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_API_ERROR", false, 1), (fault.Code, fault.Retryable, provider.Requests.Count));
        Assert.Contains("401", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret", fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Reply> Useless => new MatrixTheoryData<string, Reply>(
        ["Anthropic", "OpenAI", "Ollama"],
        [new Reply.Nonsense(), new Reply.Nonsense("{}"), new Reply.Say(""), new Reply.Say(new string('x', 3_000_000))]).ToTheoryData();

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task Ask_AnswerOfNoUse_FailsAndIsChargedInFull(string kind, Reply reply)
    {
        await using var provider = await ScriptedProvider.StartAsync(reply);
        await using var world = new World(database, null, World.With(provider, kind));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_INVALID_RESPONSE", 1), (fault.Code, provider.Requests.Count));
        Assert.True(await world.SpentAsync() > 0);
        Assert.Equal(0, await world.ReservedAsync());
    }

    [Fact]
    public async Task Ask_AnswerThatDrips_IsGivenUpAtTheTimeout()
    {
        var time = new ImpatientTime();
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Drip(() => time.Advance(TimeSpan.FromMinutes(2))));
        await using var world = new World(database, time, World.With(provider));

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_API_ERROR", true), (fault.Code, fault.Retryable));
        Assert.Contains("00:02:00", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NobodyListens_SaysThatItCannotBeReached()
    {
        var provider = await ScriptedProvider.StartAsync();
        var settings = World.With(provider);
        await provider.DisposeAsync();
        await using var world = new World(database, null, settings);

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal("LLM_API_ERROR", fault.Code);
        Assert.Contains("cannot be reached", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.SpentAsync());
    }

    [Fact]
    public async Task Ask_WithoutProviders_SaysThatThereAreNone()
    {
        await using var world = new World(database);

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal("LLM_API_ERROR", fault.Code);
        Assert.Contains("Models:Providers", fault.Message, StringComparison.Ordinal);
    }
}
