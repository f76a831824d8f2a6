using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>The one way from a program that an agent wants to the process that is started.</summary>
internal sealed class ProgramSandbox(IOptions<SandboxOptions> options, BubblewrapProbe bubblewrap, Bubblewrap wrap)
{
    private static readonly AgentCapabilities Nothing = new();

    /// <param name="agent">The agent's name.</param>
    /// <param name="declared">Its manifest; null when it declares none.</param>
    /// <param name="program">What it wants to run, given the manifest that holds.</param>
    /// <exception cref="ProgramStartException">It may not run this, or there is no sandbox.</exception>
    public ProgramCommand Confine(string agent, AgentCapabilities? declared, Func<AgentCapabilities, SandboxedProgram> program)
    {
        var capabilities = declared ?? Nothing;
        var wanted = program(capabilities);
        CheckTool(agent, capabilities, wanted.File);
        var plain = new ProgramCommand(wanted.File, wanted.Arguments);
        if (options.Value.Mode == SandboxMode.None)
            return plain;
        if (capabilities.Unconfined is not null)
        {
            return options.Value.Unconfined.Contains(agent)
                ? plain
                : throw new ProgramStartException(
                    $"The agent '{agent}' runs its programs outside the sandbox: {capabilities.Unconfined} Allow it with Sandbox:Unconfined, or take the stage away.");
        }

        return bubblewrap.Fault is { } fault ? throw new ProgramStartException(fault) : wrap.Command(wanted);
    }

    private static void CheckTool(string agent, AgentCapabilities capabilities, string file)
    {
        var name = Path.GetFileName(file);
        if (!capabilities.Tools.Contains("*") && !capabilities.Tools.Contains(name))
            throw new ProgramStartException($"The agent '{agent}' may not run '{name}'; its manifest names {string.Join(", ", capabilities.Tools)}.");
    }
}
