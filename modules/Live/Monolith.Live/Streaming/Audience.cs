namespace Monolith.Live.Streaming;

/// <summary>How many follow a run's events live on this host.</summary>
internal sealed class Audience
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <returns>Dispose it when the client is gone.</returns>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref count);
        return new Seat(this);
    }

    private sealed class Seat(Audience audience) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                Interlocked.Decrement(ref audience.count);
        }
    }
}
