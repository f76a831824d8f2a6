namespace Monolith.Operations.Shutdown.Requests;

/// <summary>Counts the requests under way, and from a moment on lets no more in.</summary>
internal sealed class RequestsUnderWay
{
    private readonly TaskCompletionSource none = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private volatile bool closed;

    public int Count => Volatile.Read(ref count);

    /// <returns>False when the request is to be refused.</returns>
    public bool TryEnter()
    {
        // Counted first and then looked, as the drain closes first and then counts: one of the two sees the other.
        Interlocked.Increment(ref count);
        if (!closed)
            return true;
        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref count) == 0 && closed)
            none.TrySetResult();
    }

    /// <summary>Lets no more in and waits for those that are.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        closed = true;
        if (Count == 0)
            none.TrySetResult();
        return none.Task.WaitAsync(cancellationToken);
    }
}
