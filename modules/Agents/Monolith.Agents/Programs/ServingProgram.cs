using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>A program the agent holds; the call forgets it once the agent has disposed it.</summary>
internal sealed class ServingProgram(RunningProgram program, Action<RunningProgram> forget) : IRunningProgram
{
    public Task<ProgramResult> Exited => program.Exited;

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        forget(program);
    }
}
