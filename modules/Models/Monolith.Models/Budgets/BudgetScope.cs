using System.Globalization;
using Monolith.Models.Contracts;
using Monolith.Models.Settings;

namespace Monolith.Models.Budgets;

/// <summary>One budget that a call falls under.</summary>
/// <param name="Name">Stored: kind, then what it is of, such as <c>run/{id}</c>.</param>
/// <param name="Limit">US dollars; null for none: what is spent is counted all the same.</param>
/// <param name="Source">Where the limit stands, for people.</param>
internal sealed record BudgetScope(string Name, decimal? Limit, string Source)
{
    public string Kind => KindOf(Name);

    public static string KindOf(string name) => name.Split('/')[0];

    /// <summary>From the widest to the narrowest.</summary>
    public static IReadOnlyList<BudgetScope> Of(ModelCaller caller, BudgetOptions budget, DateTimeOffset now)
    {
        var day = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scopes = new List<BudgetScope> { new($"tenant/{caller.Tenant}/{day}", budget.PerDay, "Models:Budget:PerDay") };
        if (caller.Pipeline is { } pipeline)
            scopes.Add(new($"pipeline/{caller.Tenant}/{pipeline}/{day}", budget.PerPipelineDay, "Models:Budget:PerPipelineDay"));
        scopes.Add(Run(caller, budget));
        if (caller.StageBudget is { } stage)
            scopes.Add(new($"stage/{caller.RunId}/{caller.StageId}", stage, "'budget' of the stage or of its decision"));
        scopes.Add(new($"agent/{caller.RunId}/{caller.Agent}", budget.PerAgent, "Models:Budget:PerAgent"));
        return scopes;
    }

    private static BudgetScope Run(ModelCaller caller, BudgetOptions budget)
    {
        var name = $"run/{caller.RunId}";
        if (caller.RunBudget is not { } asked)
            return new(name, budget.PerRun, "'budget' of the pipeline, or Models:Budget:PerRun");
        return asked > budget.MaxPerRun
            ? new(name, budget.MaxPerRun, "Models:Budget:MaxPerRun")
            : new(name, asked, "'budget' of the pipeline");
    }
}
