using System.Text.Json;

namespace Monolith.Pipelines.Decisions.Ruling;

/// <summary>What is to be decided.</summary>
/// <param name="Category">One of the policy's.</param>
/// <param name="Title">One line.</param>
internal sealed record DecisionProposal(string Category, string Title)
{
    public string Description { get; init; } = "";

    /// <summary>0 to 1; null when nobody says, which is never enough to go on without a person.</summary>
    public double? Confidence { get; init; }

    /// <summary>Dollars.</summary>
    public double? CostPerMonth { get; init; }

    /// <summary>What there is to choose from; empty for yes or no.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What is chosen when nobody chooses; null when there is nothing to choose.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? FirstOption => Options.Count > 0 ? Options[0] : null;

    /// <summary>Where it takes effect, such as prod; null when that does not matter.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether the stage's agent proposed it; false when its definition declares it.</summary>
    public bool ByAgent { get; init; }

    /// <summary>Whatever helps to decide, a JSON value.</summary>
    public JsonElement? Evidence { get; init; }
}
