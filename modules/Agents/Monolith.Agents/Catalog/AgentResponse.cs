using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Calls;
using Monolith.Agents.Workers.Life;

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
/// <param name="Isolation"><c>inProcess</c> or <c>process</c>; null unless it serves.</param>
/// <param name="Worker">The process that it runs in; null unless that is one of its own and runs.</param>
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
    AgentCapabilities? Capabilities,
    string? Isolation,
    AgentWorkerResponse? Worker)
{
    internal static AgentResponse Of(AgentListing listing, LoadedAgent? serving) => new(
        listing.Name,
        listing.Version,
        listing.Description,
        listing.Status,
        listing.Reason,
        listing.Plugin,
        listing.ContentHash,
        listing.Publisher,
        [.. listing.Actions.Select(action => new AgentActionResponse(action.Name, action.Description, action.ParametersSchema))],
        listing.Capabilities,
        serving is null ? null : serving.Instance is WorkerAgent ? "process" : "inProcess",
        AgentWorkerResponse.Of((serving?.Instance as WorkerAgent)?.Plugin));
}

/// <summary>A process that serves a plugin.</summary>
/// <param name="ProcessId">Its id on the host's machine.</param>
/// <param name="Restarts">How often it was started anew since its plugin was loaded.</param>
/// <param name="MemoryBytes">What it holds of the machine's memory.</param>
public sealed record AgentWorkerResponse(int ProcessId, int Restarts, long MemoryBytes)
{
    internal static AgentWorkerResponse? Of(WorkerPlugin? plugin) =>
        plugin?.Serving is { } process ? new(process.Id, plugin.Restarts, process.Memory) : null;
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
