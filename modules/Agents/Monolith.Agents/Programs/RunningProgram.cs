using System.Diagnostics;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>A process of a stage, its output on the way to the log.</summary>
internal sealed class RunningProgram : IRunningProgram
{
    /// <summary>A child that outlives the program may hold its pipes open; this long its last words are waited for.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly OutputTail output = new();
    private readonly OutputTail errors = new();
    private readonly Action<RunningProgram> killed;

    /// <param name="process">Started, its streams redirected.</param>
    /// <param name="line">Takes each line; true for standard error.</param>
    /// <param name="killed">Ends what left the process tree.</param>
    /// <param name="time">The clock.</param>
    public RunningProgram(Process process, Action<bool, string> line, Action<RunningProgram> killed, TimeProvider time)
    {
        (this.process, this.killed) = (process, killed);
        Exited = WatchAsync(line, time);
    }

    public Task<ProgramResult> Exited { get; }

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
            Kill();
        await Exited;
        process.Dispose();
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself meanwhile; what it left behind is swept next.
        }

        killed(this);
    }

    private async Task<ProgramResult> WatchAsync(Action<bool, string> line, TimeProvider time)
    {
        var began = time.GetTimestamp();
        var readers = Task.WhenAll(
            ReadAsync(process.StandardOutput, output, text => line(false, text)),
            ReadAsync(process.StandardError, errors, text => line(true, text)));
        await process.WaitForExitAsync();
        await Task.WhenAny(readers, Task.Delay(LastWords));
        return new ProgramResult(process.ExitCode, output.ToString(), errors.ToString(), time.GetElapsedTime(began));
    }

    private static async Task ReadAsync(StreamReader from, OutputTail tail, Action<string> line)
    {
        try
        {
            while (await from.ReadLineAsync() is { } text)
            {
                tail.Add(text);
                line(text);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or IOException)
        {
            // The program is disposed while a child of it still holds the pipe.
        }
    }
}
