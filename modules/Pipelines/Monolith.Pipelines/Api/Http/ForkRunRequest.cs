using System.Text.Json;

namespace Monolith.Pipelines.Api.Http;

/// <summary>Asks for a new run that goes on from another.</summary>
/// <param name="Pipeline">A stored pipeline's name or a whole definition; absent: the definition of the source.</param>
/// <param name="Inputs">An object; taken over those of the source, one by one.</param>
/// <param name="Labels">Absent: those of the source.</param>
/// <param name="Agents"><c>same</c> (the default) keeps the source's plugin versions, <c>current</c> takes those loaded now.</param>
internal sealed record ForkRunRequest(
    JsonElement Pipeline, JsonElement? Inputs, IReadOnlyDictionary<string, string>? Labels, string? Agents);
