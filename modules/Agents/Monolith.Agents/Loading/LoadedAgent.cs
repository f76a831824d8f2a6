using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>An agent that can be called. Its listing is the host's own copy and outlives the plugin.</summary>
internal sealed record LoadedAgent(IAgent Instance, AgentListing Listing)
{
    /// <summary>The copy that its plugin was loaded from, an absolute path.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Counts the calls into its code.</summary>
    public CallCount Calls { get; init; } = new();
}
