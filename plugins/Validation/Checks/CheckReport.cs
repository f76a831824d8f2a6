namespace Monolith.Plugins.Validation.Checks;

/// <summary>What a check says: the stage's result, and the findings that stand in reports.</summary>
internal sealed record CheckReport(AgentResult Result)
{
    /// <summary>At most so many are kept; more than that nobody reads.</summary>
    public const int MostFindings = 500;

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public static implicit operator CheckReport(AgentResult result) => new(result);
}
