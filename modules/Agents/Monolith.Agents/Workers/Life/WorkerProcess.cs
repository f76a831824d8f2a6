using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Programs;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Life;

/// <summary>One process of a plugin, from its start until nothing of it is left.</summary>
internal sealed class WorkerProcess
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PipePatience = TimeSpan.FromSeconds(2);

    private readonly WorkerLaunch launch;
    private readonly TimeProvider time;
    private readonly Process process;
    private readonly string mark;
    private readonly TaskCompletionSource<WorkerException> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task output;
    private WorkerConnection? connection;
    private volatile string? killedFor;

    private WorkerProcess(WorkerLaunch launch, Process process, string mark, TimeProvider time, ILogger logger)
    {
        this.launch = launch;
        this.process = process;
        this.mark = mark;
        this.time = time;
        Id = process.Id;
        Output = new WorkerOutput(launch.Folder.Name, time, logger);
        output = Task.WhenAll(
            new OutputPump(process.StandardError, log: null, Output.Take, captures: false).RunAsync(CancellationToken.None),
            launch.IsProgram ? Task.CompletedTask : new OutputPump(process.StandardOutput, log: null, Output.Take, captures: false).RunAsync(CancellationToken.None));
    }

    public int Id { get; }

    public WorkerOutput Output { get; }

    public WorkerConnection Connection => connection!;

    /// <summary>Completes when it is gone, with what its calls end with.</summary>
    public Task<WorkerException> Ended => ended.Task;

    /// <summary>Bytes; 0 when it is gone.</summary>
    public long Memory
    {
        get
        {
            try
            {
                process.Refresh();
                return process.HasExited ? 0 : process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <returns>Running, and greeted.</returns>
    /// <exception cref="WorkerException">It did not start, or did not greet.</exception>
    public static async Task<WorkerProcess> StartAsync(WorkerLaunch launch, TimeSpan limit, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        using var door = launch.IsProgram ? null : new WorkerDoor();
        var mark = WorkerMarks.New(launch.Folder.Path);
        var worker = new WorkerProcess(launch, launch.Start(mark, door?.Path), mark, time, logger);
        try
        {
            await worker.ConnectAsync(door, stop.Token);
            await worker.Connection.Greeting.WaitAsync(stop.Token);
            _ = new WorkerWatch(worker, launch.Limits, time).RunAsync();
            return worker;
        }
        catch (OperationCanceledException)
        {
            worker.Kill($"did not get ready within {limit.TotalSeconds:0} s. Do not wait for anything in a constructor or in Descriptor");
            throw await worker.Ended;
        }
    }

    /// <param name="why">Reads on from "the worker of plugin x".</param>
    public void Kill(string why)
    {
        killedFor ??= why;
        KillTree();
    }

    /// <summary>Asks it to end, and kills it when it does not.</summary>
    public async Task EndAsync()
    {
        killedFor ??= "was ended with its plugin";
        connection?.Bye();
        try
        {
            if (launch.IsProgram)
                process.StandardInput.Close();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // It is not there to be asked.
        }

        try
        {
            await Ended.WaitAsync(EndPatience, time);
        }
        catch (TimeoutException)
        {
            KillTree();
            await Ended;
        }
    }

    private async Task ConnectAsync(WorkerDoor? door, CancellationToken cancellationToken)
    {
        var exit = process.WaitForExitAsync(CancellationToken.None);
        if (door is null)
        {
            connection = new WorkerConnection(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        }
        else
        {
            var accepting = door.AcceptAsync(cancellationToken);
            if (await Task.WhenAny(accepting, exit) == accepting)
            {
                var stream = await Completed(accepting, exit);
                connection = new WorkerConnection(stream, stream);
            }
        }

        _ = FollowAsync(exit);
        if (connection is null)
            throw await Ended;
        connection.Hello(launch.Hello);
    }

    // Cancelled while it starts: it is followed to its end all the same.
    private async Task<Stream> Completed(Task<Stream> accepting, Task exit)
    {
        try
        {
            return await accepting;
        }
        catch (OperationCanceledException)
        {
            _ = FollowAsync(exit);
            throw;
        }
    }

    private async Task FollowAsync(Task exit)
    {
        var closed = connection?.Closed ?? Task.FromResult<string?>(null);
        await Task.WhenAny(exit, closed);
        if (connection is not null && !exit.IsCompleted)
        {
            killedFor ??= await closed;
            await EndOrKillAsync(exit);
        }

        await exit;
        await WorkerMarks.KillAsync(mark, time);
        await ReadToEndAsync(Task.WhenAll(output, closed));
        // What it did wrong may be told in its own words.
        var how = Output.Masked(killedFor ?? HowItEnded(process.ExitCode));
        var why = new WorkerException(AgentErrorCodes.TaskExecutionFailed, $"The worker of plugin '{launch.Folder.Name}' {how}.", retryable: true);
        process.Dispose();
        connection?.Fail(why);
        ended.TrySetResult(why);
    }

    // Its socket is closed: it has ended, is about to, or pretends to.
    private async Task EndOrKillAsync(Task exit)
    {
        try
        {
            await exit.WaitAsync(killedFor is null ? EndPatience : TimeSpan.Zero, time);
        }
        catch (TimeoutException)
        {
            killedFor ??= "closed its connection";
            KillTree();
        }
    }

    // Something that hid from its mark may hold the pipes open.
    private async Task ReadToEndAsync(Task reading)
    {
        try
        {
            await reading.WaitAsync(PipePatience, time);
        }
        catch (TimeoutException)
        {
        }
    }

    private string HowItEnded(int exitCode)
    {
        var how = exitCode > 128 ? $"ended with signal {exitCode - 128}" : $"ended with exit code {exitCode}";
        return Output switch
        {
            { Cause.Length: > 0 } => $"{how} ({Output.Cause})",
            { Last.Length: > 0 } => $"{how}; it last said: {Output.Last}",
            _ => how,
        };
    }

    private void KillTree()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It ended by itself; whatever it left is found by its mark.
        }
    }
}
