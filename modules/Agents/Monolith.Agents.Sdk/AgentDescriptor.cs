namespace Monolith.Agents.Sdk;

/// <summary>What an agent is called and can do.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens; unique in a host. Pipelines name the agent by it.</param>
/// <param name="Version">The agent's own semantic version, such as <c>1.2.0</c>.</param>
/// <param name="Description">One sentence for a person.</param>
/// <param name="Actions">At least one.</param>
public sealed record AgentDescriptor(
    string Name, string Version, string Description, IReadOnlyList<AgentAction> Actions)
{
    /// <summary>What it may reach beyond the run's workspace; null for nothing.</summary>
    public AgentCapabilities? Capabilities { get; init; }
}
