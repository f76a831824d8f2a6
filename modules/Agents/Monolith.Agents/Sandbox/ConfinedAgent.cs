using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>An agent whose programs go through the sandbox by its manifest.</summary>
internal sealed class ConfinedAgent(ProgramSandbox sandbox, LoadedAgent agent)
{
    /// <summary>Whether its programs see an image's files instead of this machine's.</summary>
    public bool RunsInImage => sandbox.IsImage && agent.Listing.Capabilities?.Unconfined is null;

    /// <exception cref="ProgramStartException">It may not run this, or there is no sandbox.</exception>
    public ProgramCommand Confine(ProgramCommand program, string folder, string workspace) => sandbox.Confine(
        agent.Listing.Name,
        agent.Listing.Capabilities,
        capabilities => new SandboxedProgram(program, folder, workspace, agent.Folder.Length == 0 ? null : agent.Folder, capabilities));
}
