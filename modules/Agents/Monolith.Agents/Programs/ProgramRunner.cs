using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>Runs a stage's programs. Disposed when the agent returns; no process of the call is left then.</summary>
internal sealed class ProgramRunner(AgentCall call, IAgentLog log, TimeProvider time) : IProgramRunner, IAsyncDisposable
{
    private readonly ConcurrentDictionary<RunningProgram, bool> running = new();
    private bool used;

    public async Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var started = Launch(program);
        try
        {
            await using var kill = cancellationToken.Register(() => _ = Task.Run(started.Kill, CancellationToken.None));
            var result = await started.Exited;
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        finally
        {
            running.TryRemove(started, out _);
        }
    }

    public IRunningProgram Start(ProgramSpec program) => Launch(program);

    public async ValueTask DisposeAsync()
    {
        foreach (var program in running.Keys)
            await program.DisposeAsync();
        if (used)
            Sweep();
    }

    private RunningProgram Launch(ProgramSpec program)
    {
        var process = new Process { StartInfo = Describe(program) };
        try
        {
            process.Start();
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException)
        {
            process.Dispose();
            throw new ProgramStartException($"'{program.FileName}' cannot be started: {refused.Message}", refused);
        }

        used = true;
        var started = new RunningProgram(process, (isError, line) => Log(program, isError, line), _ => Sweep(), time);
        running[started] = true;
        _ = FeedAsync(process, program.StandardInput);
        return started;
    }

    private ProcessStartInfo Describe(ProgramSpec program)
    {
        var folder = WorkingFolder.Resolve(call.Workspace, program.WorkingFolder);
        var start = new ProcessStartInfo
        {
            FileName = program.FileName.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(program.FileName, folder) : program.FileName,
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in program.Arguments)
            start.ArgumentList.Add(argument);
        ProgramEnvironment.Fill(start.Environment, call, program);
        return start;
    }

    private void Log(ProgramSpec program, bool isError, string line)
    {
        if (program.LogOutput)
            log.Write(isError ? AgentLogLevel.Warning : AgentLogLevel.Info, line);
    }

    private void Sweep() => ProcessSweep.KillMarked(ProgramEnvironment.ExecutionMarker, ProgramEnvironment.MarkerOf(call));

    private static async Task FeedAsync(Process process, string? input)
    {
        try
        {
            if (input is not null)
                await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (Exception closed) when (closed is IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The program ended without reading it all.
        }
    }
}
