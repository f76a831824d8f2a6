using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>A program as it is to be started, and what it is allowed.</summary>
/// <param name="File">Full path.</param>
/// <param name="Arguments">Its own.</param>
/// <param name="Folder">Where it starts, inside the workspace.</param>
/// <param name="Workspace">The run's folder.</param>
/// <param name="Plugin">The folder of the agent's plugin, which it may read.</param>
/// <param name="Capabilities">The agent's manifest.</param>
internal sealed record SandboxedProgram(
    string File, IReadOnlyList<string> Arguments, string Folder, string Workspace, string? Plugin, AgentCapabilities Capabilities);
