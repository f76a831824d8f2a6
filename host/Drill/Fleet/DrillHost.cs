using System.Diagnostics;

namespace Monolith.Host.Drill.Fleet;

/// <summary>One host of the drill and who watches over it: whenever its process ends, it is started again.</summary>
internal sealed class DrillHost(int number, HostProgram program, DrillFolder folder) : IAsyncDisposable
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private Process? process;
    private TaskCompletionSource<Uri> up = NotUp();
    private TimeSpan? pause;
    private Task watch = Task.CompletedTask;

    public int Number => number;

    public bool IsFrozen { get; private set; }

    /// <summary>How often its process ended without being killed: it could not start, or it broke.</summary>
    public int EndedByItself { get; private set; }

    /// <summary>Where it listens; null while it is down or starting.</summary>
    public Uri? Address => Up is { IsCompletedSuccessfully: true } known ? known.GetAwaiter().GetResult() : null;

    /// <summary>Completes when the process that is there now listens.</summary>
    public Task<Uri> Up
    {
        get
        {
            lock (gate)
                return up.Task;
        }
    }

    public void Begin() => watch = WatchAsync();

    /// <param name="downFor">How long nobody starts it again.</param>
    /// <returns>The process that is no more; null when there was none.</returns>
    public int? Kill(TimeSpan downFor)
    {
        lock (gate)
        {
            if (process is not { HasExited: false })
                return null;
            pause = downFor;
            IsFrozen = false;
            process.Kill();
            return process.Id;
        }
    }

    /// <returns>The frozen process; null when there is none.</returns>
    public int? Freeze()
    {
        lock (gate)
        {
            if (process is not { HasExited: false } || IsFrozen)
                return null;
            IsFrozen = true;
            Signals.Send("STOP", process.Id);
            return process.Id;
        }
    }

    /// <param name="pid">The process that was frozen; another one was not.</param>
    public void Thaw(int pid)
    {
        lock (gate)
        {
            if (process is not { HasExited: false } || process.Id != pid)
                return;
            Signals.Send("CONT", pid);
            IsFrozen = false;
        }
    }

    /// <summary>As an operator stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        lock (gate)
        {
            if (process is { HasExited: false })
            {
                Signals.Send("CONT", process.Id);
                Signals.Send("TERM", process.Id);
            }
        }

        await watch.WaitAsync(StopPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill(TimeSpan.Zero);
        await watch;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        await using var log = new StreamWriter(folder.LogOf(number), append: true) { AutoFlush = true };
        while (!stop.IsCancellationRequested)
        {
            using var started = program.Start(number);
            lock (gate)
                process = started;
            await Task.WhenAll(HearAsync(started.StandardOutput, log), HearAsync(started.StandardError, log), started.WaitForExitAsync());
            await Task.Delay(Ended(), stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan Ended()
    {
        lock (gate)
        {
            process = null;
            if (up.Task.IsCompleted)
                up = NotUp();
            if (pause is null && !stop.IsCancellationRequested)
                EndedByItself++;
            var wait = pause ?? UsualPause;
            pause = null;
            return wait;
        }
    }

    private async Task HearAsync(StreamReader from, StreamWriter log)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (log)
                log.WriteLine(line);
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["API", var address])
                Listens(new Uri(new Uri(address).GetLeftPart(UriPartial.Authority)));
        }
    }

    private void Listens(Uri address)
    {
        lock (gate)
            up.TrySetResult(address);
    }

    private static TaskCompletionSource<Uri> NotUp() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
