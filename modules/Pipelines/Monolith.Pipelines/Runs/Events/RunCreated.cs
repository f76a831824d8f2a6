using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Kernel;

namespace Monolith.Pipelines.Runs.Events;

/// <summary>A run was accepted.</summary>
/// <param name="Pipeline">The definition's name.</param>
/// <param name="PipelineVersion">The stored definition's version; null for a definition that came with the request.</param>
/// <param name="DefinitionHash">SHA-256 of the canonical definition, by which it is stored.</param>
/// <param name="Inputs">A JSON object, defaults filled in.</param>
/// <param name="Labels">The caller's own names and values.</param>
/// <param name="Trigger">What asked for it: manual, webhook, schedule or event.</param>
/// <param name="CommitSha">Of the code the run is about.</param>
/// <param name="Branch">Likewise.</param>
/// <param name="Plugins">The content hash of each agent's plugin, by agent name: the versions the run is pinned to.</param>
/// <param name="At">When.</param>
internal sealed record RunCreated(
    string Pipeline,
    int? PipelineVersion,
    string DefinitionHash,
    JsonElement Inputs,
    IReadOnlyDictionary<string, string> Labels,
    string Trigger,
    string? CommitSha,
    string? Branch,
    IReadOnlyDictionary<string, string> Plugins,
    DateTimeOffset At) : IRunEvent
{
    /// <summary>Higher goes first among those that wait for room.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Priority { get; init; }

    /// <summary>Null for the default one, as in runs of earlier versions.</summary>
    public string? Project { get; init; }

    /// <summary>Null when any number may run side by side.</summary>
    public RunConcurrency? Concurrency { get; init; }

    /// <summary>The stage that this run is for; null when nobody waits for it.</summary>
    public ParentStage? Parent { get; init; }

    /// <summary>The run it goes on from; null when it begins anew.</summary>
    public ForkedFrom? Fork { get; init; }

    /// <summary>The address of the forge that wants to hear what becomes of the run; null when none does.</summary>
    public string? ReportTo { get; init; }

    /// <summary>Whose request it was, and in which trace; null when nobody's, and for runs of earlier versions.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>At most so many runs of a key are under way.</summary>
/// <param name="Key">The definition's key, its expressions resolved.</param>
/// <param name="Limit">How many.</param>
/// <param name="CancelOlder">Whether a new run ends the oldest instead of waiting.</param>
internal sealed record RunConcurrency(string Key, int Limit, bool CancelOlder);

/// <summary>The stage of another run that waits for this one.</summary>
/// <param name="RunId">The other run.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Attempt">The stage's attempt.</param>
/// <param name="Depth">1 for a run whose parent has none, and so on.</param>
internal sealed record ParentStage(Guid RunId, string Stage, int Attempt, int Depth);

/// <summary>Where a fork left its source.</summary>
/// <param name="RunId">The source.</param>
/// <param name="Version">How many events the source had.</param>
/// <param name="FromStage">The stage that is done again with all that depends on it; null for all that did not succeed.</param>
internal sealed record ForkedFrom(Guid RunId, long Version, string? FromStage);
