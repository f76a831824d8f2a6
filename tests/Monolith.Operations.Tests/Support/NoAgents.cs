using Monolith.Agents.Contracts;

namespace Monolith.Operations.Tests.Support;

internal sealed class NoAgents : IAgentCatalog
{
    public IReadOnlyList<AgentListing> List() => [];

    public AgentListing? Find(string agent) => null;
}
