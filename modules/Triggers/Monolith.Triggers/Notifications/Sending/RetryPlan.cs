using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Triggers.Notifications.Sending;

/// <summary>When a notification is tried again: by the preset <c>network</c>.</summary>
internal static class RetryPlan
{
    /// <summary>Each pause is up to so much longer, so that what failed together is not tried together.</summary>
    private const double Jitter = 0.25;

    private static readonly RetryPreset Network = RetryPreset.Find("network")!;

    /// <param name="failed">How many attempts failed, the last one included.</param>
    /// <param name="wish">What the receiver asked for; it counts when it is longer.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <returns>Null when there is no further attempt.</returns>
    public static TimeSpan? PauseAfter(int failed, TimeSpan? wish, double chance)
    {
        // A dead one that somebody revived begins anew.
        var ofRound = failed % Network.MaxAttempts;
        if (ofRound == 0)
            return null;
        var pause = RetryDelay.After(ofRound, Network.Backoff, Network.Factor, Network.MaxBackoff);
        return RetryDelay.Later(pause * (1 + (Jitter * chance)), wish);
    }
}
