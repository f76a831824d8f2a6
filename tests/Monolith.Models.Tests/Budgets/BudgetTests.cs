using Monolith.Agents.Sdk;
using Monolith.Models.Budgets;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Budgets;

[Collection(OneDatabase.Name)]
public sealed class BudgetTests(Database database)
{
    [Fact]
    public async Task Ask_Answered_ChargesWhatItTookAndFreesTheRest()
    {
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Say("ok") { InputTokens = 30, OutputTokens = 6 });
        await using var world = new World(database, null, World.With(provider));

        await world.AskAsync("Hi");

        Assert.Equal((0.36m, 0m), (await world.SpentAsync(), await world.ReservedAsync()));
        var use = Assert.Single(world.Meter.Uses);
        Assert.Equal(("first", "scripted-model", "ok", 30, 6, 0.36m), (use.Provider, use.Model, use.Outcome, use.InputTokens, use.OutputTokens, use.Cost));
    }

    [Theory]
    [InlineData("Models:Budget:PerRun", "run")]
    [InlineData("Models:Budget:PerAgent", "agent")]
    [InlineData("Models:Budget:PerPipelineDay", "pipeline")]
    [InlineData("Models:Budget:PerDay", "tenant")]
    public async Task Ask_BeyondABudget_IsNotMade(string setting, string kind)
    {
        await using var provider = await ScriptedProvider.StartAsync();
        // Another pipeline and another day than other tests'.
        var time = new ImpatientTime();
        time.Advance(TimeSpan.FromDays(400 + kind.Length));
        await using var world = new World(database, time, [.. World.With(provider), (setting, "1")])
        {
            Caller = new(Guid.NewGuid(), "write", 1, "scaffold") { Pipeline = $"p-{Guid.NewGuid()}" },
        };

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi", maxTokens: 100));

        Assert.Equal(("LLM_QUOTA_EXCEEDED", false), (fault.Code, fault.Retryable));
        Assert.Contains($"budget of the {kind}, $1", fault.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
        Assert.Equal(0, await world.ReservedAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Reserve_ManyAtOnce_NeverExceedsABudget(int seed)
    {
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, null, [.. World.With(provider), ("Models:Budget:PerRun", "25"), ("Models:Budget:PerAgent", "18")]);
        var ledger = world.Get<BudgetLedger>();
        var chance = new Random(seed);
        var asks = Enumerable.Range(0, 60).Select(_ => (Agent: $"agent-{chance.Next(2)}", Tokens: chance.Next(1, 200), Spends: chance.Next(3))).ToList();

        await Task.WhenAll(asks.Select(ask => Task.Run(() => TryAsync(ask.Agent, ask.Tokens, ask.Spends))));

        var run = world.Caller.RunId;
        foreach (var (scope, limit) in new[] { ($"run/{run}", 25m), ($"agent/{run}/agent-0", 18m), ($"agent/{run}/agent-1", 18m) })
        {
            var held = await world.ReadAsync<decimal>("select spent_usd + reserved_usd from {budgets} where scope = $1", scope);
            Assert.InRange(held, 0, limit);
            Assert.Equal(held, await world.ReadAsync<decimal>(
                "select sum(case when status = 'reserved' then reserved_usd else cost_usd end) from {calls} where $1 = any(string_to_array(scopes, chr(10)))", scope));
        }

        async Task TryAsync(string agent, int tokens, int spends)
        {
            var prompt = new Prompt(null, [ModelMessage.User("Hi")], tokens);
            var key = new CallKey(world.Caller with { Agent = agent }, RequestHash.Of(prompt), 1, null);
            try
            {
                var held = await ledger.ReserveAsync(key, world.Get<ProviderList>().All[0], prompt, CancellationToken.None);
                if (spends > 0)
                    await ledger.SettleAsync(held, new CallOutcome(CallOutcome.Ok) { Cost = spends == 1 ? held.Amount / 2 : null });
            }
            catch (ModelException full) when (full.Code == "LLM_QUOTA_EXCEEDED")
            {
            }
        }
    }

    [Fact]
    public async Task Settle_PastTheAlert_TellsOnceABudget()
    {
        await using var provider = await ScriptedProvider.StartAsync(
            new Reply.Say("ok") { InputTokens = 790, OutputTokens = 0 }, new Reply.Say("ok") { InputTokens = 20, OutputTokens = 0 }, new Reply.Say("ok") { InputTokens = 1, OutputTokens = 0 });
        await using var world = new World(database, null, [.. World.With(provider), ("Models:Budget:PerRun", "10")]);

        await world.AskAsync("7.90 of 10", maxTokens: 1);
        Assert.Empty(world.Meter.Alerts);
        await world.AskAsync("8.10 of 10", maxTokens: 1);
        Assert.Single(world.Meter.Alerts);
        await world.AskAsync("8.11 of 10", maxTokens: 1);

        Assert.Equal(["run"], world.Meter.Alerts);
    }

    [Fact]
    public async Task Reconcile_CallWhoseHostDied_IsChargedInFullOnce()
    {
        var time = new ImpatientTime();
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, time, World.With(provider));
        var prompt = new Prompt(null, [ModelMessage.User("Hi")], 10);
        var held = await world.Get<BudgetLedger>().ReserveAsync(
            new CallKey(world.Caller, RequestHash.Of(prompt), 1, null), world.Get<ProviderList>().All[0], prompt, CancellationToken.None);

        await world.Get<DeadCalls>().ReconcileAsync(CancellationToken.None);
        Assert.Equal((0m, held.Amount), (await world.SpentAsync(), await world.ReservedAsync()));

        time.Advance(TimeSpan.FromMinutes(4));
        await world.Get<DeadCalls>().ReconcileAsync(CancellationToken.None);
        await world.Get<DeadCalls>().ReconcileAsync(CancellationToken.None);
        await world.Get<BudgetLedger>().SettleAsync(held, new CallOutcome(CallOutcome.Ok) { Cost = 0 });

        Assert.Equal((held.Amount, 0m), (await world.SpentAsync(), await world.ReservedAsync()));
        Assert.Equal("unknown", await world.ReadAsync<string>("select status from {calls} where id = $1", held.Id));
    }

    [Fact]
    public async Task Ask_GivenUp_IsChargedInFull()
    {
        using var cancellation = new CancellationTokenSource();
        await using var provider = await ScriptedProvider.StartAsync(new Reply.Drip(cancellation.Cancel));
        await using var world = new World(database, null, World.With(provider));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Execution().AskAsync(new ModelRequest(ModelMessage.User("Hi")) { MaxTokens = 20 }, cancellation.Token));

        Assert.True(await world.SpentAsync() > 0);
        Assert.Equal(0, await world.ReservedAsync());
    }

    [Fact]
    public async Task Forget_OldCalls_TakesThemAndTheirBudgets()
    {
        var time = new ImpatientTime();
        await using var provider = await ScriptedProvider.StartAsync();
        await using var world = new World(database, time, World.With(provider)) { Caller = new ModelCaller(Guid.NewGuid(), "write", 1, "scaffold") };
        await world.AskAsync("Hi");

        await world.Get<DeadCalls>().ForgetAsync(CancellationToken.None);
        Assert.Equal(1L, await CountAsync(world));
        await world.ReadAsync<int>("update {calls} set created_at = created_at - interval '91 d' where run_id = $1", world.Caller.RunId);
        await world.ReadAsync<int>("update {budgets} set updated_at = updated_at - interval '91 d' where scope = $1", $"run/{world.Caller.RunId}");
        await world.Get<DeadCalls>().ForgetAsync(CancellationToken.None);

        Assert.Equal(0L, await CountAsync(world));
        Assert.Equal(0L, await world.ReadAsync<long>("select count(*) from {budgets} where scope = $1", $"run/{world.Caller.RunId}"));
    }

    private static Task<long> CountAsync(World world) => world.ReadAsync<long>("select count(*) from {calls} where run_id = $1", world.Caller.RunId);
}
