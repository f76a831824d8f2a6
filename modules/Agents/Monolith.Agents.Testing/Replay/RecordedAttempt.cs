using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>One attempt of one stage, as it was recorded.</summary>
/// <param name="Stage">The stage's id.</param>
/// <param name="Agent">The agent's name.</param>
/// <param name="Action">The agent's action.</param>
/// <param name="Attempt">1 for the first.</param>
public sealed record RecordedAttempt(string Stage, string Agent, string Action, int Attempt)
{
    /// <summary>Of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>As the definition has them, with expressions.</summary>
    public required JsonObject Template { get; init; }

    /// <summary>What expressions name, as it was then: <c>inputs</c>, <c>stages</c>, <c>run</c>, <c>environment</c> and <c>answers</c>.</summary>
    public required JsonObject Facts { get; init; }

    /// <summary>The code it failed with; null for a success. A failed quality gate is no failure of the agent.</summary>
    public string? Code { get; init; }

    /// <summary>Of a success; null where the record does not say, as when a quality gate failed.</summary>
    public JsonObject? Outputs { get; init; }

    /// <summary>What it measured; null where the record does not say, as of an attempt that another followed.</summary>
    public JsonObject? Metrics { get; init; }

    /// <summary>How people decided before it ended; null when nothing was decided.</summary>
    public AgentApproval? Decision { get; init; }

    /// <summary>Its parameters, expressions resolved.</summary>
    /// <exception cref="AgentAssertionException">An expression is more than a path, or leads nowhere.</exception>
    public JsonObject Parameters() => ReplayExpressions.Resolve(Template, Facts).AsObject();
}
