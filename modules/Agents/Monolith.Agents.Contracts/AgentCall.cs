using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Contracts;

/// <summary>One attempt of a stage, ready to be done. See <see cref="IAgentContext"/> for what the agent sees.</summary>
public sealed record AgentCall
{
    public required string Agent { get; init; }

    public required string Action { get; init; }

    /// <summary>The plugin version the run is pinned to; null takes the one that serves.</summary>
    public string? ContentHash { get; init; }

    public required string RunId { get; init; }

    /// <summary>The pipeline's name, for what is counted by pipeline; null when the caller has none.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Who started the run; null when nobody is known.</summary>
    public string? Person { get; init; }

    /// <summary>The run's project.</summary>
    public string Project { get; init; } = "default";

    /// <summary>US dollars that language models may cost in the whole run; null for what the host allows.</summary>
    public decimal? RunBudget { get; init; }

    /// <summary>US dollars that they may cost in all attempts of the stage; null for as much as the run may.</summary>
    public decimal? StageBudget { get; init; }

    public required string StageId { get; init; }

    public required int Attempt { get; init; }

    public required string IdempotencyKey { get; init; }

    public required JsonElement Parameters { get; init; }

    public required JsonElement Inputs { get; init; }

    /// <summary>Absolute path. The folder is made by the callee when the agent first asks for it.</summary>
    public required string Workspace { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The run's place in a trace, as W3C Trace Context writes it; null when it has none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What was decided before this; null when nothing was.</summary>
    public AgentApproval? Decision { get; init; }

    /// <summary>What people answered to the stage's questions, an object; null when it asked none.</summary>
    public JsonElement? Answers { get; init; }

    /// <summary>Resolved values by name. Masked in the log by the callee.</summary>
    public required IReadOnlyDictionary<string, string> Secrets { get; init; }

    /// <summary>Takes the log's lines, already masked and split; called from many threads.</summary>
    public required Action<AgentLogLevel, string> Log { get; init; }

    /// <summary>Told before the result when the agent threw instead of giving one; null when nobody wants to know.</summary>
    public Action? OnException { get; init; }
}
