using System.Text.Json;

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
    DateTimeOffset At) : IRunEvent;
