namespace Monolith.Agents.Sdk;

/// <summary>A program that runs beside the agent. Disposing it kills its process tree and waits until it is gone.</summary>
public interface IRunningProgram : IAsyncDisposable
{
    /// <summary>Completes when the program ends by itself or is killed.</summary>
    Task<ProgramResult> Exited { get; }
}
