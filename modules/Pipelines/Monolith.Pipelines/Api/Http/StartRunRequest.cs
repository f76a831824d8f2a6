using System.Text.Json;

namespace Monolith.Pipelines.Api.Http;

/// <summary>Asks for a run.</summary>
/// <param name="Pipeline">A stored pipeline's name (text), or a whole definition (object).</param>
/// <param name="Inputs">An object; what the definition's <c>inputs</c> ask for.</param>
/// <param name="Labels">Up to 32 names and values of text, to find the run by.</param>
/// <param name="Trigger">manual (the default), webhook, schedule or event.</param>
/// <param name="CommitSha">Of the code the run is about.</param>
/// <param name="Branch">Likewise.</param>
/// <param name="Priority">-100 to 100, higher goes first among those that wait for room; absent: the definition's own.</param>
internal sealed record StartRunRequest(
    JsonElement Pipeline,
    JsonElement? Inputs,
    IReadOnlyDictionary<string, string>? Labels,
    string? Trigger,
    string? CommitSha,
    string? Branch,
    int? Priority);
