using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Pipelines.Contracts.Replaying;

/// <summary>One attempt of a stage as the journal tells it: what the agent was given, and what it gave.</summary>
public sealed record RecordedAttempt
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The run's project.</summary>
    public required string Project { get; init; }

    /// <summary>The stage's id in the definition.</summary>
    public required string StageId { get; init; }

    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Agent { get; init; }

    /// <summary>What was asked of it.</summary>
    public required string Action { get; init; }

    /// <summary>The plugin version that did it; null when that is not known.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Expressions resolved, references to secrets as they are written.</summary>
    public JsonElement Parameters { get; init; }

    /// <summary>Outputs of the stages before it.</summary>
    public JsonElement Inputs { get; init; }

    /// <summary>The pipeline's and the stage's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What was decided before it; null when nothing was.</summary>
    public AgentApproval? Decision { get; init; }

    /// <summary>What people answered to the stage's questions; null when it asked none.</summary>
    public JsonElement? Answers { get; init; }

    /// <summary>Whether its parameters hold references to secrets.</summary>
    public bool HasSecretParameters { get; init; }

    /// <summary>Whether another attempt was made before it in the run, so that files may have lain in its workspace.</summary>
    public bool IsAfterOthers { get; init; }

    /// <summary>How it ended; null when the journal does not say what the agent gave, and <see cref="Untold"/> says why.</summary>
    public RecordedOutcome? Outcome { get; init; }

    /// <summary>Why there is no outcome; null when there is one.</summary>
    public string? Untold { get; init; }
}

/// <summary>What an agent gave.</summary>
/// <param name="Code">The stable code of its failure; null when it did not fail.</param>
/// <param name="Outputs">Null when there were none, or when they are not recorded.</param>
/// <param name="Metrics">Null when they are not recorded.</param>
/// <param name="Proposal">What it wanted decided, as <c>category: title</c>; null for nothing.</param>
/// <param name="Questions">The ids of what it asked; empty for nothing.</param>
public sealed record RecordedOutcome(
    string? Code, JsonElement? Outputs, IReadOnlyDictionary<string, double>? Metrics, string? Proposal, IReadOnlyList<string> Questions)
{
    /// <summary>Whether outputs would be recorded if there were any: they are not when a gate failed the stage.</summary>
    public bool TellsOutputs { get; init; } = true;
}
