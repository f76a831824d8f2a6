using System.Text.Json.Nodes;

namespace Monolith.Agents.Sdk;

/// <summary>Something that an agent wants decided before it goes on.</summary>
/// <param name="Category">One of the policy's, such as <c>architectural_change</c>; one it does not know is always asked about.</param>
/// <param name="Title">One line for a person.</param>
public sealed record AgentDecision(string Category, string Title)
{
    /// <summary>The rest of what a person needs to know; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>0 to 1: how sure the agent is; null when it cannot say, and then a person decides.</summary>
    public double? Confidence { get; init; }

    /// <summary>Dollars; null for nothing worth naming.</summary>
    public double? CostPerMonth { get; init; }

    /// <summary>What there is to choose from, the agent's own choice first; empty for yes or no.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Where it takes effect, such as <c>prod</c>; null when that does not matter.</summary>
    public string? Environment { get; init; }

    /// <summary>Whatever helps to decide; null for nothing.</summary>
    public JsonNode? Evidence { get; init; }

    /// <summary>What the agent is going to do. An approval is bound to it.</summary>
    public JsonNode? Plan { get; init; }

    /// <summary>Files of the workspace that an approval is bound to: when one changes the approval is void.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Dollars that it may spend. An approval is bound to it.</summary>
    public double? Budget { get; init; }
}
