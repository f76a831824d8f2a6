using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

internal sealed class RunningProgram : IRunningProgram
{
    /// <summary>How long a grandchild may keep the output open after the program itself has ended.</summary>
    private static readonly TimeSpan PipePatience = TimeSpan.FromSeconds(2);

    /// <summary>How long a killed program may take to be gone; a process in a system call to a dead disk never goes.</summary>
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(3);

    /// <summary>The same where another program has to be asked to end it.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Func<int, Task>? ended;
    private readonly ProgramSpec spec;
    private readonly AgentLog log;
    private readonly string mark;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Activity? span;

    public RunningProgram(StartedProgram started, ProgramSpec spec, AgentLog log, string mark, TimeProvider time, ILogger logger, Activity? span = null)
    {
        (process, ended) = started;
        this.spec = spec;
        this.log = log;
        this.mark = mark;
        this.time = time;
        this.logger = logger;
        this.span = span;
        Exited = Task.Run(FollowAsync);
    }

    public Task<ProgramResult> Exited { get; }

    /// <summary>Also finds what the program left behind after it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        KillTree();
        var left = await ProcessSweep.KillAsync(mark, time, CancellationToken.None);
        try
        {
            await Exited.WaitAsync(ended is null ? KillPatience : EndPatience, time);
        }
        catch (TimeoutException)
        {
            left++;
        }

        if (left > 0)
            logger.LogWarning("{Count} processes of program {Program} could not be killed", left, spec.FileName);
    }

    private async Task<ProgramResult> FollowAsync()
    {
        var started = time.GetTimestamp();
        using var stop = new CancellationTokenSource();
        var output = new OutputPump(process.StandardOutput, spec.LogOutput ? log : null, spec.OnLine);
        var error = new OutputPump(process.StandardError, spec.LogOutput ? log : null, spec.OnLine);
        var pumping = Task.WhenAll(output.RunAsync(stop.Token), error.RunAsync(stop.Token));
        _ = FeedAsync();

        await process.WaitForExitAsync();
        var duration = time.GetElapsedTime(started);
        var exitCode = process.ExitCode;
        if (ended is not null)
            await ended(exitCode);
        await DrainAsync(pumping, stop);
        process.Dispose();
        AgentSpans.End(span, exitCode);
        return new ProgramResult(exitCode, output.Captured, error.Captured, duration);
    }

    private async Task DrainAsync(Task pumping, CancellationTokenSource stop)
    {
        try
        {
            await pumping.WaitAsync(PipePatience, time);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            await pumping;
        }
    }

    private async Task FeedAsync()
    {
        try
        {
            await using var input = process.StandardInput;
            await input.WriteAsync(spec.StandardInput);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The program may end, or close its input, without reading it all.
        }
    }

    private void KillTree()
    {
        if (Exited.IsCompleted)
            return;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself; whatever it left is found by its mark.
        }
    }
}
