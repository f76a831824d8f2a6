using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Pipelines.Logs;

/// <summary>
/// Writes the logs of all stages under way: lines gather for a moment and go to the store together, one statement for all
/// stages, so that people read them live and a chatty build costs a few writes a second.
/// </summary>
internal sealed class StageLogs(StageLogTable table, TimeProvider time, ILogger<StageLogs> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<StageLog, bool> dirty = new();
    private readonly ConcurrentDictionary<Listener, bool> listeners = new();

    public StageLog Open(Guid runId, string stage, int attempt) => new(runId, stage, attempt, time, self => dirty.TryAdd(self, true), CloseAsync);

    /// <summary>Calls it when lines of the stage are in the store.</summary>
    public IDisposable Subscribe(Guid runId, string stage, Action onLines)
    {
        var listener = new Listener(runId, stage, onLines, gone => listeners.TryRemove(gone, out _));
        listeners.TryAdd(listener, true);
        return listener;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync([.. dirty.Keys]);
        }
        catch (OperationCanceledException)
        {
            // What stages still write is flushed as each of them closes its log.
        }
    }

    private async Task CloseAsync(StageLog closing) => await WriteAsync([closing]);

    private async Task WriteAsync(IReadOnlyList<StageLog> logs)
    {
        foreach (var stage in logs)
            dirty.TryRemove(stage, out _);

        var chunks = logs.Select(stage => stage.Take()).OfType<LogChunk>().ToList();
        if (chunks.Count == 0)
            return;
        try
        {
            await table.AddAsync(chunks);
            Tell(chunks);
        }
        catch (Exception broken)
        {
            log.LogWarning("Log lines of {Count} stages could not be stored: {Reason}", chunks.Count, broken.Message);
        }
    }

    private void Tell(List<LogChunk> chunks)
    {
        if (listeners.IsEmpty)
            return;
        var written = chunks.Select(chunk => (chunk.RunId, chunk.Stage)).ToHashSet();
        foreach (var (listener, _) in listeners)
            if (written.Contains((listener.RunId, listener.Stage)))
                listener.OnLines();
    }

    private sealed class Listener(Guid runId, string stage, Action onLines, Action<Listener> leave) : IDisposable
    {
        public Guid RunId => runId;

        public string Stage => stage;

        public Action OnLines => onLines;

        public void Dispose() => leave(this);
    }
}
