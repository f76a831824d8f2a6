namespace Monolith.Plugins.Http.Calls;

/// <summary>Makes a call again and again until it passes, time is up, or there is no more sense in it.</summary>
internal sealed class Polling(TimeProvider time, TimeSpan longest, TimeSpan interval)
{
    private static readonly TimeSpan MostForOneCall = TimeSpan.FromSeconds(5);

    /// <param name="caller">Makes the calls.</param>
    /// <param name="call">What to call.</param>
    /// <param name="givenUp">Completes when no answer can come any more; null for never.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The last result, and how many calls there were.</returns>
    public async Task<(CallResult Last, int Calls)> CallAsync(
        HttpCaller caller, CallSpec call, Task? givenUp, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        CallResult? last = null;
        for (var calls = 1; ; calls++)
        {
            var left = longest - time.GetElapsedTime(started);
            var bounded = call with { Timeout = Shortest(call.Timeout, MostForOneCall, left) };
            var result = await caller.CallAsync(bounded, cancellationToken);
            left = longest - time.GetElapsedTime(started);

            // A call cut short because time was up says less than the one before.
            last = result.Fault?.Kind == CallFaultKind.TimedOut && left <= TimeSpan.Zero ? last ?? result : result;
            if (result.Passed || result.Fault?.Kind == CallFaultKind.Refused || left <= TimeSpan.Zero || givenUp?.IsCompleted == true)
            {
                return (last, calls);
            }

            await PauseAsync(Shortest(interval, left), givenUp, cancellationToken);
        }
    }

    private async Task PauseAsync(TimeSpan pause, Task? givenUp, CancellationToken cancellationToken)
    {
        var delay = Task.Delay(pause, time, cancellationToken);
        await (givenUp is null ? delay : await Task.WhenAny(delay, givenUp));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> durations)
    {
        var shortest = durations[0];
        foreach (var duration in durations)
        {
            shortest = duration < shortest ? duration : shortest;
        }

        return shortest > TimeSpan.FromMilliseconds(1) ? shortest : TimeSpan.FromMilliseconds(1);
    }
}
