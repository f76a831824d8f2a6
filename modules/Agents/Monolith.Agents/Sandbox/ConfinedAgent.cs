using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>An agent whose programs go through the sandbox by its manifest.</summary>
internal sealed class ConfinedAgent(ProgramSandbox sandbox, LoadedAgent agent)
{
    /// <exception cref="ProgramStartException">It may not run this, or there is no sandbox.</exception>
    public ProgramCommand Confine(ProgramCommand program, string folder, string workspace) => sandbox.Confine(
        agent.Listing.Name,
        agent.Listing.Capabilities,
        capabilities => new SandboxedProgram(program.File, program.Arguments, folder, workspace, agent.Folder.Length == 0 ? null : agent.Folder, capabilities));
}
