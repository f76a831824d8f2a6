namespace Monolith.Live.Streaming;

/// <summary>Says that it is worth reading: one flag, however often it rings, so that a slow reader never makes a queue.</summary>
/// <param name="patience">A ring may be lost; after this long it is read without one.</param>
/// <param name="time">Of the patience.</param>
internal sealed class Bell(TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        if (rung.CurrentCount > 0)
            return;
        try
        {
            rung.Release();
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Two rings at once, or the listener just left.
        }
    }

    /// <returns>False when the listener left or the host stops.</returns>
    public async Task<bool> WaitAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            await rung.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return !stop.IsCancellationRequested;
        }
    }

    public void Dispose() => rung.Dispose();
}
