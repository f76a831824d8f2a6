namespace Monolith.Agents.Contracts;

/// <summary>The plugins the host found and what became of them.</summary>
public interface IAgentCatalog
{
    /// <summary>Every agent and every plugin that did not load, ordered by name.</summary>
    IReadOnlyList<AgentListing> List();

    /// <returns>The agent that serves under the name, or null.</returns>
    AgentListing? Find(string agent);
}
