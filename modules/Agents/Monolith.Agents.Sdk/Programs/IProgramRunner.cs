namespace Monolith.Agents.Sdk;

/// <summary>
/// Runs programs for a stage: in its workspace, with its environment, their output in its log, and killed with their
/// whole process tree when the stage is cancelled, times out, or is done again after a crash.
/// </summary>
public interface IProgramRunner
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="ProgramStartException">The program cannot be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process tree is gone.</exception>
    Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken);

    /// <summary>Starts a program that serves while the stage goes on; disposing it kills its process tree.</summary>
    /// <exception cref="ProgramStartException">The program cannot be started.</exception>
    IRunningProgram Start(ProgramSpec program);
}
