using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Engine.Launch;

/// <summary>What is asked of a run besides its definition.</summary>
internal sealed record RunOrder
{
    /// <summary>Whose run it is to be.</summary>
    public required string Project { get; init; }

    public JsonElement? Inputs { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public string Trigger { get; init; } = "manual";

    public string? CommitSha { get; init; }

    public string? Branch { get; init; }

    /// <summary>Null for the definition's own.</summary>
    public int? Priority { get; init; }

    /// <summary>Plugin versions to keep, by agent; others are pinned to what is loaded now.</summary>
    public IReadOnlyDictionary<string, string> Plugins { get; init; } = new Dictionary<string, string>();

    public ParentStage? Parent { get; init; }

    public ForkedFrom? Fork { get; init; }

    /// <summary>Null for the definition's own.</summary>
    public RunConcurrency? Concurrency { get; init; }

    /// <summary>The address of whoever is told what becomes of the run, beside those that the definition names.</summary>
    public string? ReportTo { get; init; }

    /// <summary>Null for that of the request being answered.</summary>
    public Origin? Origin { get; init; }
}
