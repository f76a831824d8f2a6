namespace Monolith.Pipelines.Definitions.Model;

/// <summary>A decision that is taken before a stage begins. Texts may hold expressions.</summary>
internal sealed record DecisionDefinition(string Category, string Title)
{
    public string Description { get; init; } = "";

    /// <summary>0 to 1, or an expression that gives such a number; empty for none.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>Dollars, likewise.</summary>
    public string CostPerMonth { get; init; } = "";

    public IReadOnlyList<string> Options { get; init; } = [];

    public string? Environment { get; init; }

    /// <summary>Dollars that the stage may spend; part of what an approval is bound to.</summary>
    public double? Budget { get; init; }
}

/// <summary>A wish that must be clear before a stage begins. Texts may hold expressions.</summary>
internal sealed record ClarifyDefinition(string Text, string AcceptanceCriteria, string Confidence);
