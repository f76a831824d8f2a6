using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>A program as it is to be started, and what it is allowed.</summary>
/// <param name="Command">It and its environment, as they would be without a sandbox.</param>
/// <param name="Folder">Where it starts, inside the workspace.</param>
/// <param name="Workspace">The run's folder.</param>
/// <param name="Plugin">The folder of the agent's plugin, which it may read.</param>
/// <param name="Capabilities">The agent's manifest.</param>
internal sealed record SandboxedProgram(ProgramCommand Command, string Folder, string Workspace, string? Plugin, AgentCapabilities Capabilities);
