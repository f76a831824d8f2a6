using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox;

/// <summary>The one way from a program that an agent wants to the process that is started.</summary>
internal sealed class ProgramSandbox(IOptions<SandboxOptions> options, IEnumerable<ISandbox> sandboxes)
{
    private static readonly AgentCapabilities Nothing = new();

    private readonly ISandbox? sandbox = sandboxes.FirstOrDefault(one => one.Mode == options.Value.Mode);

    /// <summary>Why no program can be confined and how to mend it; null when they can, or need not be.</summary>
    public string? Fault => sandbox?.Fault;

    /// <summary>Whether what is confined sees an image's files instead of this machine's.</summary>
    public bool IsImage => options.Value.Mode == SandboxMode.Container;

    /// <param name="agent">The agent's name.</param>
    /// <param name="declared">Its manifest; null when it declares none.</param>
    /// <param name="program">What it wants to run, given the manifest that holds.</param>
    /// <exception cref="ProgramStartException">It may not run this, or there is no sandbox.</exception>
    public ProgramCommand Confine(string agent, AgentCapabilities? declared, Func<AgentCapabilities, SandboxedProgram> program)
    {
        var capabilities = declared ?? Nothing;
        var wanted = program(capabilities);
        CheckTool(agent, capabilities, wanted.Command.File);
        if (sandbox is null)
            return wanted.Command;
        if (capabilities.Unconfined is not null)
        {
            return options.Value.Unconfined.Contains(agent)
                ? wanted.Command
                : throw new ProgramStartException(
                    $"The agent '{agent}' runs its programs outside the sandbox: {capabilities.Unconfined} Allow it with Sandbox:Unconfined, or take the stage away.");
        }

        return sandbox.Fault is { } fault ? throw new ProgramStartException(fault) : sandbox.Command(wanted);
    }

    /// <inheritdoc cref="ISandbox.EndLeftoversAsync"/>
    public Task EndLeftoversAsync(string mark) => sandbox?.EndLeftoversAsync(mark) ?? Task.CompletedTask;

    private static void CheckTool(string agent, AgentCapabilities capabilities, string file)
    {
        var name = Path.GetFileName(file);
        if (!capabilities.Tools.Contains("*") && !capabilities.Tools.Contains(name))
            throw new ProgramStartException($"The agent '{agent}' may not run '{name}'; its manifest names {string.Join(", ", capabilities.Tools)}.");
    }
}
