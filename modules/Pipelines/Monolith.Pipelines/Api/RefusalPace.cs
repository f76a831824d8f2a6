namespace Monolith.Pipelines.Api;

/// <summary>
/// Holds a refusal back for a moment. Who asks again as soon as there is an answer would otherwise have the host refuse with the time that the runs under
/// way need; a waiting answer costs a timer.
/// </summary>
internal sealed class RefusalPace(TimeProvider time)
{
    /// <summary>More are not held: memory is bounded too.</summary>
    private const int MostHeld = 4_096;

    private const int LeastMilliseconds = 250;
    private const int MostMilliseconds = 750;

    private int held;

    /// <param name="gone">The client; then nobody waits for the answer.</param>
    public async Task WaitAsync(CancellationToken gone)
    {
        if (Interlocked.Increment(ref held) <= MostHeld)
            await Task.Delay(Hold(), time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref held);
    }

    /// <summary>Spread out: those who were refused together would come back together.</summary>
    private static TimeSpan Hold() => TimeSpan.FromMilliseconds(Random.Shared.Next(LeastMilliseconds, MostMilliseconds));
}
