using Monolith.Agents.Sdk;
using Monolith.Models.Api;
using Monolith.Models.Contracts;
using Monolith.Models.Tests.Support;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Models.Tests.Budgets;

[Collection(OneDatabase.Name)]
public sealed class NestedBudgetTests(Database database)
{
    private static readonly Reply Dime = new Reply.Say("ok") { InputTokens = 8, OutputTokens = 2 };

    [Fact]
    public async Task Ask_Answered_IsChargedToEachLevelOfTheLedger()
    {
        await using var provider = await ScriptedProvider.StartAsync(Dime);
        await using var world = World(provider, caller => caller with { StageBudget = 3 });

        await world.AskAsync("Hi");

        var budgets = await world.Get<RunBudgets>().ReadAsync(world.Caller.RunId, CancellationToken.None);
        var run = world.Caller.RunId;
        Assert.Equal(
            ["tenant/default/", $"pipeline/default/{world.Caller.Pipeline}/", $"run/{run}", $"stage/{run}/write", $"agent/{run}/scaffold"],
            budgets.Select(budget => budget.Scope.Replace("2026-11-25", "", StringComparison.Ordinal)));
        Assert.Equal([null, null, 5m, 3m, null], budgets.Select(budget => budget.LimitUsd));
        Assert.All(budgets.Skip(1), budget => Assert.Equal((0.1m, 0m), (budget.SpentUsd, budget.ReservedUsd)));
        Assert.True(budgets[0].SpentUsd >= 0.1m);
    }

    [Theory]
    [InlineData(1.0, null, "budget of the run, $1, no longer holds that. Ask for fewer tokens, or raise 'budget' of the pipeline.")]
    [InlineData(9.0, 1.0, "budget of the stage, $1, no longer holds that. Ask for fewer tokens, or raise 'budget' of the stage or of its decision.")]
    [InlineData(null, 1.0, "budget of the stage, $1,")]
    public async Task Ask_BeyondTheDefinitionsBudget_IsNotMade(double? ofRun, double? ofStage, string message)
    {
        await using var provider = await ScriptedProvider.StartAsync(Dime);
        await using var world = World(provider, caller => caller with { RunBudget = (decimal?)ofRun, StageBudget = (decimal?)ofStage });

        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Hi", maxTokens: 100));

        Assert.Equal("LLM_QUOTA_EXCEEDED", fault.Code);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Ask_DefinitionAllowsMoreThanTheSetting_IsMadeUpToTheHostsMost()
    {
        await using var provider = await ScriptedProvider.StartAsync(Dime);
        await using var world = World(provider, caller => caller with { RunBudget = 40 }, ("Models:Budget:MaxPerRun", "10"));

        await world.AskAsync("Up to 7", maxTokens: 500);
        var fault = await Assert.ThrowsAsync<ModelException>(() => world.AskAsync("Up to 12", maxTokens: 1000));

        Assert.Contains("budget of the run, $10, no longer holds that. Ask for fewer tokens, or raise Models:Budget:MaxPerRun.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NextAttemptOfAStage_FallsUnderTheSameBudget()
    {
        await using var provider = await ScriptedProvider.StartAsync(Dime);
        await using var first = World(provider, caller => caller with { StageBudget = 2 });
        await using var second = new World(database, null, Settings(provider)) { Caller = first.Caller with { Attempt = 2 } };

        await first.AskAsync("Up to 1.6", maxTokens: 20);
        Assert.Equal("ok", (await second.AskAsync("Up to 1.8", maxTokens: 40)).Text);
        var fault = await Assert.ThrowsAsync<ModelException>(() => second.AskAsync("Up to 2.1", maxTokens: 70));

        Assert.Equal("LLM_QUOTA_EXCEEDED", fault.Code);
    }

    private static (string Name, string? Value)[] Settings(ScriptedProvider provider) => [.. Support.World.With(provider), ("Models:Budget:PerRun", "5")];

    private World World(ScriptedProvider provider, Func<ModelCaller, ModelCaller> with, params (string Name, string? Value)[] more) =>
        new(database, null, [.. Settings(provider), .. more])
        {
            Caller = with(new ModelCaller(Guid.NewGuid(), "write", 1, "scaffold") { Pipeline = $"p-{Guid.NewGuid()}" }),
        };
}
