namespace Monolith.Agents.Contracts;

/// <summary>The plugins the host found and what became of them.</summary>
public interface IAgentCatalog
{
    /// <summary>Every agent and every plugin that did not load, ordered by name.</summary>
    IReadOnlyList<AgentListing> List();

    /// <returns>The agent that serves under the name, or null.</returns>
    AgentListing? Find(string agent);

    /// <param name="agent">The agent's name.</param>
    /// <param name="contentHash">The version that a run is pinned to; null for the one that serves.</param>
    /// <returns>The agent in that version, or null while it is not loaded.</returns>
    AgentListing? Find(string agent, string? contentHash) => Find(agent);
}
