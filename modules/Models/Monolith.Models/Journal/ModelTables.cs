namespace Monolith.Models.Journal;

/// <summary>Where the tables lie.</summary>
internal sealed record ModelTables(string Schema)
{
    public string Calls => $"{Schema}.model_calls";

    public string Budgets => $"{Schema}.model_budgets";
}
