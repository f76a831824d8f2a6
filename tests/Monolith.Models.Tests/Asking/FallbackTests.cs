using Monolith.Agents.Sdk;
using Monolith.Models.Providers;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Models.Tests.Asking;

[Collection(OneDatabase.Name)]
public sealed class FallbackTests(Database database)
{
    [Fact]
    public async Task Ask_FirstIsIll_SecondAnswersUntilTheFirstIsBack()
    {
        var time = new ImpatientTime();
        await using var first = await ScriptedProvider.StartAsync(new Reply.Refuse(529));
        await using var second = await ScriptedProvider.StartAsync(new Reply.Say("I stand in"));
        await using var world = new World(database, time, [.. World.With(first, "Anthropic", "a-first"), .. World.With(second, "OpenAI", "b-second")]);
        var guard = world.Get<ProviderList>().All[0].Guard;

        // Each asks the first five times; ten bad calls within a minute open its breaker.
        Assert.Equal("b-second", (await world.AskAsync("one")).Provider);
        Assert.Equal(BreakerState.Closed, guard.State);
        Assert.Equal("b-second", (await world.AskAsync("two")).Provider);
        Assert.Equal(BreakerState.Open, guard.State);
        Assert.Equal(10, first.Requests.Count);

        Assert.Equal("b-second", (await world.AskAsync("three")).Provider);
        Assert.Equal(10, first.Requests.Count);

        first.Then(new Reply.Say("I am back"));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("I am back", (await world.AskAsync("four")).Text);
        Assert.Equal(BreakerState.HalfOpen, guard.State);
        Assert.Equal("a-first", (await world.AskAsync("five")).Provider);
        Assert.Equal(BreakerState.Closed, guard.State);
        var report = Assert.Single(world.Get<IBreakers>().List(), breaker => breaker.Name == "a-first");
        Assert.Equal((BreakerKind.Model, 1L), (report.Kind, report.Openings));
    }

    [Fact]
    public async Task Ask_AsOrdered_BeginsWithTheFirstOfTheOrder()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(
            database, null, [.. World.With(provider, name: "a"), .. World.With(provider, name: "b"), ("Models:Order:0", "b"), ("Models:Order:1", "A")]);

        Assert.Equal("b", (await world.AskAsync("Hi")).Provider);
    }

    [Fact]
    public async Task Ask_NobodyCan_NamesEachOneAndWhy()
    {
        await using var first = await ScriptedProvider.StartAsync(new Reply.Refuse(400, Reason: "too long"));
        await using var second = await ScriptedProvider.StartAsync(new Reply.Nonsense());
        await using var world = new World(database, null, [.. World.With(first, name: "a"), .. World.With(second, name: "b")]);

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi"));

        Assert.Equal(("LLM_API_ERROR", false), (fault.Code, fault.Retryable));
        Assert.Contains("a: It answered 400", fault.Message, StringComparison.Ordinal);
        Assert.Contains("b: The answer makes no sense", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ListenerThatThrows_GetsItsOwnExceptionBackAndNobodyElseIsAsked()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, [.. World.With(provider, name: "a"), .. World.With(provider, name: "b")]);

        await Assert.ThrowsAsync<InvalidDataException>(() => world.Execution().AskAsync(
            new ModelRequest(ModelMessage.User("Hi")) { MaxTokens = 20, OnText = _ => throw new InvalidDataException() }, CancellationToken.None));

        Assert.Single(provider.Requests);
    }
}
