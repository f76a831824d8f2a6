using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Support;

/// <summary>Runs programs as an agent does: inside a real call of the invoker.</summary>
internal static class ProgramCalls
{
    public static Task<ProgramResult> ProgramAsync(this Call call, ProgramSpec spec) =>
        call.WithProgramsAsync(programs => programs.RunAsync(spec, CancellationToken.None));

    public static Task<ProgramResult> ConfinedAsync(this Call call, SandboxSetup setup, ProgramSpec spec) =>
        call.WithProgramsAsync(programs => programs.RunAsync(spec, CancellationToken.None), setup: setup);

    /// <summary>Gives what the work gives and throws what it throws.</summary>
    public static async Task<T> WithProgramsAsync<T>(
        this Call call, Func<IProgramRunner, Task<T>> work, SandboxSetup? setup = null, CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var agents = new StubAgents(async (context, _) =>
        {
            try
            {
                done.SetResult(await work(context.Programs));
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }

            return AgentResult.Success();
        }, setup: setup);
        await agents.Invoker.InvokeAsync(call.Of("stub", "do"), cancellationToken).WaitAsync(Safety.Limit, CancellationToken.None);
        return await done.Task;
    }

    public static async Task KillLeftoversAsync(this Call call, SandboxSetup? setup = null)
    {
        using var agents = new StubAgents((_, _) => Task.FromResult(AgentResult.Success()), setup: setup);
        await agents.Invoker.KillLeftoversAsync(call.RunId, CancellationToken.None).WaitAsync(Safety.Limit);
    }
}
