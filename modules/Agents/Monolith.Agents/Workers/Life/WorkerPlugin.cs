using Microsoft.Extensions.Logging;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Calls;

namespace Monolith.Agents.Workers.Life;

/// <summary>A plugin's process: there is one that takes calls, and after its death another.</summary>
/// <param name="name">The plugin's.</param>
/// <param name="start">Starts a process.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The host's log.</param>
internal sealed class WorkerPlugin(string name, Func<CancellationToken, Task<WorkerProcess>> start, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>How long a cancelled call may go on: a second longer than whoever waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock changing = new();
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<WorkerProcess> all = [];
    private WorkerProcess? serving;
    private Task<WorkerProcess>? current;
    private int deaths;

    /// <summary>How often a process was started after the first.</summary>
    public int Restarts { get; private set; }

    /// <summary>Which takes calls; null while none does.</summary>
    public WorkerProcess? Serving => serving;

    /// <exception cref="WorkerException">It does not start.</exception>
    public async Task<WorkerGreeting> BeginAsync()
    {
        current = StartAsync(TimeSpan.Zero);
        return await (await current).Connection.Greeting;
    }

    public async Task<AgentResult> CallAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var worker = await current!.WaitAsync(cancellationToken);
        worker.Output.Hide(context.Call.Secrets);
        var call = worker.Connection.Begin(context);
        try
        {
            await using var cancelling = cancellationToken.UnsafeRegister(_ => _ = CancelAsync(worker, call), state: null);
            return await call.Result;
        }
        finally
        {
            worker.Connection.End(call);
            EndIfLeft(worker);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        WorkerProcess[] left;
        lock (changing)
            left = [.. all];
        await Task.WhenAll(left.Select(worker => worker.EndAsync()));
        stop.Dispose();
    }

    private async Task<WorkerProcess> StartAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, time, stop.Token);
            var worker = await start(stop.Token);
            Serve(worker);
            _ = FollowAsync(worker);
            if (stop.IsCancellationRequested)
                await worker.EndAsync();
            return worker;
        }
        catch (WorkerException fault) when (Restarts > 0 && !stop.IsCancellationRequested)
        {
            logger.LogWarning("{Fault} It is tried again", fault.Message);
            Replace();
            throw;
        }
        catch (OperationCanceledException)
        {
            throw new WorkerException(AgentErrorCodes.TaskExecutionFailed, $"The plugin '{name}' is being unloaded.", retryable: true);
        }
    }

    private void Serve(WorkerProcess worker)
    {
        lock (changing)
        {
            all.Add(worker);
            serving = worker;
        }
    }

    private async Task FollowAsync(WorkerProcess worker)
    {
        var why = await worker.Ended;
        lock (changing)
            all.Remove(worker);
        if (stop.IsCancellationRequested)
            return;
        deaths = worker.Connection.HasWorked ? 0 : deaths;
        if (ReferenceEquals(serving, worker))
            Replace();
        logger.LogWarning("{Reason} It was started anew {Restarts} times", why.Message, Restarts);
    }

    private void Replace()
    {
        lock (changing)
        {
            serving = null;
            Restarts++;
            var wait = TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(deaths++, 20), LongestWait.Ticks));
            current = Task.Run(() => StartAsync(wait));
            _ = current.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private async Task CancelAsync(WorkerProcess worker, WorkerCall call)
    {
        worker.Connection.Cancel(call);
        try
        {
            await call.Result.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            call.IsLeftBehind = true;
            if (ReferenceEquals(serving, worker))
                Replace();
            EndIfLeft(worker);
        }
        catch (WorkerException)
        {
            // It ended so.
        }
    }

    /// <summary>A process with a call that cannot be ended takes no other; it is killed when nobody waits for it any more.</summary>
    private void EndIfLeft(WorkerProcess worker)
    {
        if (!ReferenceEquals(serving, worker) && worker.Connection.IsIdle)
            worker.Kill("was killed: a call in it ignored its cancellation");
    }
}
