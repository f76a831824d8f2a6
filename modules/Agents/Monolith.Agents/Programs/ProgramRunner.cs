using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>
/// The programs of one call. None is started once the call is over, and none that it should have ended outlives it.
/// </summary>
internal sealed class ProgramRunner(AgentCall call, ConfinedAgent agent, AgentLog log, TimeProvider time, ILogger logger) : IProgramRunner
{
    private readonly Lock changing = new();
    private readonly HashSet<RunningProgram> running = [];
    private ProgramMarks? marks;
    private bool closed;

    public async Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken)
    {
        var started = await Task.Run(() => Launch(program), cancellationToken);
        try
        {
            return await started.Exited.WaitAsync(cancellationToken);
        }
        finally
        {
            if (!started.Exited.IsCompleted)
                await started.DisposeAsync();
            Forget(started);
        }
    }

    public IRunningProgram Start(ProgramSpec program) => new ServingProgram(Launch(program), Forget);

    /// <summary>Ends the programs that the agent did not wait for.</summary>
    public Task CloseAsync() => Close() is { Length: > 0 } forgotten ? EndAsync(forgotten) : Task.CompletedTask;

    /// <summary>Ends every program of the call, also those that have left their parents.</summary>
    public async Task KillAllAsync()
    {
        await EndAsync(Close());
        if (marks is not null)
            await ProcessSweep.KillAsync(marks.OfCall, time, CancellationToken.None);
    }

    private static Task EndAsync(RunningProgram[] programs) =>
        Task.WhenAll(programs.Select(program => program.DisposeAsync().AsTask()));

    // The lock is held while the process starts, so that whoever closes the call sees it.
    private RunningProgram Launch(ProgramSpec spec)
    {
        lock (changing)
        {
            if (closed)
                throw new ProgramStartException("The call is over: it was cancelled, or the agent has returned.");
            marks ??= new ProgramMarks(call);
            var id = marks.NextProgram();
            var span = AgentSpans.Program(spec, log);
            var started = Begin(spec, marks.Variables(id).Concat(AgentSpans.Variables(span, call)), span);
            var program = new RunningProgram(started, spec, log, ProgramMarks.OfProgram(id), time, logger, span);
            running.Add(program);
            return program;
        }
    }

    private StartedProgram Begin(ProgramSpec spec, IEnumerable<KeyValuePair<string, string>> variables, Activity? span)
    {
        try
        {
            return ProgramStart.Start(spec, call, agent, variables);
        }
        catch (ProgramStartException fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name).Stop();
            throw;
        }
    }

    private RunningProgram[] Close()
    {
        lock (changing)
        {
            closed = true;
            return [.. running];
        }
    }

    private void Forget(RunningProgram program)
    {
        lock (changing)
            running.Remove(program);
    }
}
