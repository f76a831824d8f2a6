using System.Collections.Concurrent;

namespace Monolith.Access.Limits;

/// <summary>Counts what this host is asked.</summary>
internal sealed class LocalCounts : ICallCounts
{
    /// <summary>Beyond so many callers at once, new ones share a quota: addresses are cheap to come by, memory is not.</summary>
    private const int Most = 50_000;

    private const string Others = "others";

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private int count;
    private long sweptAt;

    public ValueTask<Count> TakeAsync(Quota quota, SlidingWindow window) => new(EntryOf(quota.Caller, window.Index).Take(quota.Limit, window));

    private Entry EntryOf(string caller, long index)
    {
        if (entries.TryGetValue(caller, out var known))
            return known;
        if (Volatile.Read(ref count) >= Most)
            Sweep(index);
        var name = Volatile.Read(ref count) >= Most ? Others : caller;
        var entry = new Entry(index);
        if (!entries.TryAdd(name, entry))
            return entries.GetValueOrDefault(name) ?? entry;
        Interlocked.Increment(ref count);
        return entry;
    }

    /// <summary>Those that were not heard of in this window nor the one before, once a window.</summary>
    private void Sweep(long index)
    {
        if (Interlocked.Exchange(ref sweptAt, index) == index)
            return;
        foreach (var old in entries.Where(entry => entry.Value.Index < index - 1))
        {
            if (entries.TryRemove(old))
                Interlocked.Decrement(ref count);
        }
    }

    private sealed class Entry(long index)
    {
        private readonly Lock gate = new();
        private long previous;
        private long current;

        public long Index { get; private set; } = index;

        public Count Take(int limit, SlidingWindow window)
        {
            lock (gate)
            {
                MoveTo(window.Index);
                var taken = window.HasRoom(previous, current, limit);
                if (taken)
                    current++;
                return new Count(taken, previous, current);
            }
        }

        private void MoveTo(long index)
        {
            if (index <= Index)
                return;
            (previous, current) = (index == Index + 1 ? current : 0, 0);
            Index = index;
        }
    }
}
