using System.Text.Json.Serialization;

namespace Monolith.Operations.Logs.Levels;

/// <summary>What <c>PUT /api/v1/operations/log-level</c> takes.</summary>
/// <param name="Level">trace, debug, info, warn, error, fatal or none; null for what is configured.</param>
/// <param name="Category">The part of the program, such as Monolith.Pipelines or Npgsql; without one, all that have no level of their own.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LogLevelRequest(string? Level, string? Category = null);

/// <summary>The levels that count on this host.</summary>
/// <param name="Levels">By category; Default for all that have none of their own.</param>
internal sealed record LogLevelResponse(IReadOnlyDictionary<string, string> Levels);
