using Monolith.Agents.Sdk;

namespace Monolith.Agents.Contracts;

/// <summary>One agent, or one plugin that gave none.</summary>
/// <param name="Name">The agent's name; the plugin folder's name when no agent could be read.</param>
/// <param name="Version">The agent's semantic version; empty when it could not be read.</param>
/// <param name="Description">One sentence; empty when it could not be read.</param>
/// <param name="Status">Whether it serves.</param>
/// <param name="Reason">Why it does not serve and how to mend it; null when it does.</param>
/// <param name="Plugin">The plugin's folder name.</param>
/// <param name="ContentHash">SHA-256 over the plugin's files without its signature, lower-case hex. Runs are pinned to it.</param>
/// <param name="Actions">Empty unless it serves.</param>
public sealed record AgentListing(
    string Name,
    string Version,
    string Description,
    AgentStatus Status,
    string? Reason,
    string Plugin,
    string ContentHash,
    IReadOnlyList<ActionListing> Actions)
{
    /// <summary>Who signed its plugin, verified by a key that the host knows; null when nobody did.</summary>
    public string? Publisher { get; init; }

    /// <summary>What it may reach beyond the workspace; null for nothing.</summary>
    public AgentCapabilities? Capabilities { get; init; }
}
