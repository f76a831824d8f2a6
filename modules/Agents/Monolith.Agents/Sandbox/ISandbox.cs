namespace Monolith.Agents.Sandbox;

/// <summary>A way to confine programs.</summary>
internal interface ISandbox
{
    /// <summary>The setting that chooses it.</summary>
    SandboxMode Mode { get; }

    /// <summary>Why it cannot be used and how to mend it; null when it can.</summary>
    string? Fault { get; }

    /// <summary>Only where there is no <see cref="Fault"/>.</summary>
    /// <exception cref="Sdk.ProgramStartException">It cannot be made for this program.</exception>
    ProgramCommand Command(SandboxedProgram program);

    /// <summary>Ends what outlived a host that died, beyond the processes that have the mark in their environment.</summary>
    /// <param name="mark">A variable and its value, <c>NAME=VALUE</c>.</param>
    Task EndLeftoversAsync(string mark) => Task.CompletedTask;
}
