using System.Collections.Concurrent;

namespace Monolith.Benchmarks.Contestants;

/// <summary>Runs of a peer that somebody waits for. A peer's handler is found by its type, so the meeting place is static.</summary>
internal static class PendingRuns
{
    private static readonly ConcurrentDictionary<Guid, TaskCompletionSource> Pending = new();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="submit">Submits the run of the id it is given.</param>
    /// <exception cref="TimeoutException">The run did not end.</exception>
    public static async Task AwaitAsync(Func<Guid, Task> submit)
    {
        var run = Guid.NewGuid();
        var end = Pending[run] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await submit(run);
        await end.Task.WaitAsync(Patience);
    }

    public static void End(Guid run)
    {
        if (Pending.TryRemove(run, out var end))
            end.TrySetResult();
    }
}
