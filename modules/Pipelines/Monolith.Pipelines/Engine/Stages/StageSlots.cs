namespace Monolith.Pipelines.Engine.Stages;

/// <summary>
/// The places for stages on this host. Who waits is served by priority; within one the shares take turns, so that one
/// pipeline's flood of stages does not keep another's waiting.
/// </summary>
internal sealed class StageSlots(int places)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, Turns> waiting = [];
    private int free = places;

    /// <returns>When there is a place; it must be given back by <see cref="Release"/>.</returns>
    public Task EnterAsync(string share, int priority, CancellationToken cancellationToken)
    {
        TaskCompletionSource waiter;
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return Task.CompletedTask;
            }

            waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Negative, because the dictionary begins with its lowest.
            if (!waiting.TryGetValue(-priority, out var turns))
                waiting[-priority] = turns = new Turns();
            turns.Add(share, waiter);
        }

        return LeaveWhenCancelledAsync(waiter, cancellationToken);
    }

    public void Release()
    {
        lock (gate)
        {
            while (Next() is { } waiter)
            {
                // One that was cancelled meanwhile has left already.
                if (waiter.TrySetResult())
                    return;
            }

            free++;
        }
    }

    private static async Task LeaveWhenCancelledAsync(TaskCompletionSource waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        await waiter.Task;
    }

    private TaskCompletionSource? Next()
    {
        if (waiting.Count == 0)
            return null;
        var (priority, turns) = waiting.First();
        var waiter = turns.Take();
        if (turns.IsEmpty)
            waiting.Remove(priority);
        return waiter;
    }

    /// <summary>A queue a share; the share whose turn it was goes to the end of the line.</summary>
    private sealed class Turns
    {
        private readonly LinkedList<(string Share, Queue<TaskCompletionSource> Waiters)> line = new();
        private readonly Dictionary<string, Queue<TaskCompletionSource>> byShare = [];

        public bool IsEmpty => line.Count == 0;

        public void Add(string share, TaskCompletionSource waiter)
        {
            if (!byShare.TryGetValue(share, out var waiters))
            {
                byShare[share] = waiters = new Queue<TaskCompletionSource>();
                line.AddLast((share, waiters));
            }

            waiters.Enqueue(waiter);
        }

        public TaskCompletionSource Take()
        {
            var first = line.First!;
            line.RemoveFirst();
            var waiter = first.Value.Waiters.Dequeue();
            if (first.Value.Waiters.Count > 0)
                line.AddLast(first);
            else
                byShare.Remove(first.Value.Share);
            return waiter;
        }
    }
}
