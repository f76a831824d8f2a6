using System.Globalization;
using Monolith.Models.Contracts;
using Monolith.Models.Settings;

namespace Monolith.Models.Budgets;

/// <summary>One budget that a call falls under.</summary>
/// <param name="Name">Stored: kind, then what it is of, such as <c>run/{id}</c>.</param>
/// <param name="Limit">US dollars.</param>
internal sealed record BudgetScope(string Name, decimal Limit)
{
    public string Kind => KindOf(Name);

    public static string KindOf(string name) => name.Split('/')[0];

    /// <summary>From the widest to the narrowest. A budget without a limit is not kept.</summary>
    public static IReadOnlyList<BudgetScope> Of(ModelCaller caller, BudgetOptions budget, DateTimeOffset now)
    {
        var day = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scopes = new List<BudgetScope>();
        if (budget.PerDay is { } all)
            scopes.Add(new($"all/{day}", all));
        if (budget.PerPipelineDay is { } pipeline && caller.Pipeline is { } name)
            scopes.Add(new($"pipeline/{name}/{day}", pipeline));
        scopes.Add(new($"run/{caller.RunId}", budget.PerRun));
        if (budget.PerAgent is { } agent)
            scopes.Add(new($"agent/{caller.RunId}/{caller.Agent}", agent));
        return scopes;
    }
}
