using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Catalog;

/// <summary>One agent, or one plugin that gave none.</summary>
/// <param name="Name">The agent's name; the plugin folder's name when no agent could be read.</param>
/// <param name="Version">The agent's semantic version; empty when it could not be read.</param>
/// <param name="Description">One sentence; empty when it could not be read.</param>
/// <param name="Status"><c>loaded</c>, <c>failed</c>, <c>duplicate</c>, <c>incompatible</c>, <c>untrusted</c> or <c>tampered</c>.</param>
/// <param name="Reason">Why it does not serve and how to mend it; null when it serves.</param>
/// <param name="Plugin">The plugin's folder name.</param>
/// <param name="ContentHash">SHA-256 over the plugin's files without its signature, lower-case hex; empty when they could not be read.</param>
/// <param name="Publisher">Who signed the plugin, by a key that the host knows; null when nobody did.</param>
/// <param name="Actions">What it can do; empty unless it serves.</param>
/// <param name="Capabilities">What it may reach beyond the run's workspace; null for nothing.</param>
public sealed record AgentResponse(
    string Name,
    string Version,
    string Description,
    [property: JsonConverter(typeof(AgentStatusConverter))] AgentStatus Status,
    string? Reason,
    string Plugin,
    string ContentHash,
    string? Publisher,
    IReadOnlyList<AgentActionResponse> Actions,
    AgentCapabilities? Capabilities)
{
    internal static AgentResponse Of(AgentListing listing) => new(
        listing.Name,
        listing.Version,
        listing.Description,
        listing.Status,
        listing.Reason,
        listing.Plugin,
        listing.ContentHash,
        listing.Publisher,
        [.. listing.Actions.Select(action => new AgentActionResponse(action.Name, action.Description, action.ParametersSchema))],
        listing.Capabilities);
}

/// <summary>One action of an agent.</summary>
/// <param name="Name">Unique in its agent.</param>
/// <param name="Description">One sentence.</param>
/// <param name="ParametersSchema">The JSON Schema of its parameters.</param>
public sealed record AgentActionResponse(string Name, string Description, JsonElement ParametersSchema);

/// <summary>Every agent and every plugin that does not serve.</summary>
/// <param name="Agents">Ordered by name.</param>
public sealed record AgentsResponse(IReadOnlyList<AgentResponse> Agents);

internal sealed class AgentStatusConverter() : JsonStringEnumConverter<AgentStatus>(JsonNamingPolicy.CamelCase);
