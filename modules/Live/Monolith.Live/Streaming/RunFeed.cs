using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Following;

namespace Monolith.Live.Streaming;

/// <summary>
/// Rows of the list of runs as they change, to everybody who looks at it: read once for all, at once when it was quiet, otherwise together.
/// What is too much to look at is only counted, so that a busy engine pays nothing for people who look on.
/// </summary>
internal sealed class RunFeed(IRunNotices notices, IRunRows rows, TimeProvider time, ILogger<RunFeed> log) : IDisposable
{
    /// <summary>A page shows as many; when more change within a pause, it says how many and is asked anew.</summary>
    public const int Most = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A thousand who look on are told every 2.2 s while something changes all the time; each telling is a write to a socket.</summary>
    private static readonly TimeSpan PauseEach = TimeSpan.FromMilliseconds(2);

    private readonly Lock gate = new();
    private readonly HashSet<Guid> changed = [];
    private ImmutableArray<RunFeedListener> listeners = [];
    private IDisposable? subscription;
    private bool isTelling;

    /// <summary>To be disposed of when it is listened to no more.</summary>
    public RunFeedListener Listen()
    {
        var listener = new RunFeedListener(Leave);
        lock (gate)
        {
            listeners = listeners.Add(listener);
            subscription ??= notices.Subscribe(Hear);
        }

        return listener;
    }

    public void Dispose() => subscription?.Dispose();

    private void Leave(RunFeedListener listener)
    {
        lock (gate)
        {
            listeners = listeners.Remove(listener);
            if (!listeners.IsEmpty)
                return;
            subscription?.Dispose();
            subscription = null;
            changed.Clear();
        }
    }

    private void Hear(RunNotice notice)
    {
        lock (gate)
        {
            changed.Add(notice.RunId);
            if (isTelling)
                return;
            isTelling = true;
        }

        _ = Task.Run(TellAsync);
    }

    private async Task TellAsync()
    {
        while (Take() is { Length: > 0 } runs)
        {
            var batch = await ReadAsync(runs);
            foreach (var listener in listeners)
                listener.Tell(batch);
            await Task.Delay(Pause + (listeners.Length * PauseEach), time);
        }
    }

    private Guid[] Take()
    {
        lock (gate)
        {
            Guid[] taken = [.. changed];
            changed.Clear();
            isTelling = taken.Length > 0;
            return taken;
        }
    }

    private async Task<RunFeedBatch> ReadAsync(Guid[] runs)
    {
        if (runs.Length > Most)
            return new RunFeedBatch([], runs.Length);
        try
        {
            return new RunFeedBatch(await rows.ReadAsync(runs, CancellationToken.None), 0);
        }
        catch (Exception away) when (away is DbException or TimeoutException or ObjectDisposedException)
        {
            log.LogDebug("Changed runs could not be read: {Reason}", away.Message);
            return new RunFeedBatch([], runs.Length);
        }
    }
}
