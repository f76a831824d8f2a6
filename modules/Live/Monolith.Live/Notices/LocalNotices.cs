using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Notices;

/// <summary>Notices within this host. Thousands may follow a run each, so those are found by their run.</summary>
internal sealed class LocalNotices(ILogger<LocalNotices> log) : IRunNotices
{
    private readonly ConcurrentDictionary<Guid, ImmutableArray<Action<RunNotice>>> ofRuns = new();
    private ImmutableArray<Action<RunNotice>> ofAll = [];

    public void Publish(RunNotice notice)
    {
        Tell(ofAll, notice);
        if (ofRuns.TryGetValue(notice.RunId, out var listeners))
            Tell(listeners, notice);
    }

    public IDisposable Subscribe(Action<RunNotice> onNotice)
    {
        ImmutableInterlocked.Update(ref ofAll, list => list.Add(onNotice));
        return new Subscription(() => ImmutableInterlocked.Update(ref ofAll, list => list.Remove(onNotice)));
    }

    public IDisposable Subscribe(Guid runId, Action<RunNotice> onNotice)
    {
        ofRuns.AddOrUpdate(runId, [onNotice], (_, list) => list.Add(onNotice));
        return new Subscription(() => Leave(runId, onNotice));
    }

    private void Leave(Guid runId, Action<RunNotice> onNotice)
    {
        while (ofRuns.TryGetValue(runId, out var list))
        {
            var left = list.Remove(onNotice);
            if (left.IsEmpty ? ofRuns.TryRemove(KeyValuePair.Create(runId, list)) : ofRuns.TryUpdate(runId, left, list))
                return;
        }
    }

    private void Tell(ImmutableArray<Action<RunNotice>> listeners, RunNotice notice)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener(notice);
            }
            catch (Exception broken)
            {
                log.LogError(broken, "A listener to the notices of runs broke");
            }
        }
    }

    private sealed class Subscription(Action leave) : IDisposable
    {
        private Action? left = leave;

        public void Dispose() => Interlocked.Exchange(ref left, null)?.Invoke();
    }
}
