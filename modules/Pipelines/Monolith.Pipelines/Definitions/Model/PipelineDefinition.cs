using System.Text.Json;
using Monolith.Pipelines.Definitions.Triggers;

namespace Monolith.Pipelines.Definitions.Model;

/// <summary>A pipeline as its author wrote it, defaults filled in.</summary>
internal sealed record PipelineDefinition
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyDictionary<string, InputDefinition> Inputs { get; init; } = new Dictionary<string, InputDefinition>();

    public ExecutionMode Mode { get; init; } = ExecutionMode.Parallel;

    /// <summary>Of the whole run, waits included; null for none.</summary>
    public TimeSpan? Timeout { get; init; }

    public ConcurrencyDefinition? Concurrency { get; init; }

    /// <summary>Of its runs among those that wait for room; higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>US dollars that language models may cost in one run; null for what the host allows.</summary>
    public double? Budget { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<StageDefinition> Stages { get; init; }

    public Notifications Notifications { get; init; } = new([], [], []);

    /// <summary>What starts runs besides people.</summary>
    public TriggersDefinition Triggers { get; init; } = TriggersDefinition.None;

    /// <summary>The author's own JSON object; the engine does not look inside.</summary>
    public JsonElement? Metadata { get; init; }
}

internal enum ExecutionMode
{
    /// <summary>A stage begins when what it needs is done.</summary>
    Parallel,

    /// <summary>Stages run one after the other, as written; a stage without <c>needs</c> needs the one before it.</summary>
    Sequential,
}

/// <summary>Where to tell people; each entry is a URL.</summary>
internal sealed record Notifications(
    IReadOnlyList<string> OnSuccess, IReadOnlyList<string> OnFailure, IReadOnlyList<string> OnStageFailure)
{
    public IReadOnlyList<string> OnDecisionRequired { get; init; } = [];

    public bool IsEmpty => OnSuccess.Count + OnFailure.Count + OnStageFailure.Count + OnDecisionRequired.Count == 0;
}
