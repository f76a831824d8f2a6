using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

internal sealed class AgentSecrets(IReadOnlyDictionary<string, string> values) : IAgentSecrets
{
    public string? Find(string name) => values.GetValueOrDefault(name);
}
