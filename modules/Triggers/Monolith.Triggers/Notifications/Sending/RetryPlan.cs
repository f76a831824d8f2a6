namespace Monolith.Triggers.Notifications.Sending;

/// <summary>When a notification is tried again: the contract's preset <c>network</c>, five attempts from 1 s doubling up to 30 s.</summary>
internal static class RetryPlan
{
    public const int MaxAttempts = 5;

    private const double Factor = 2;

    /// <summary>Each pause is up to so much longer, so that what failed together is not tried together.</summary>
    private const double Jitter = 0.25;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A receiver cannot put itself off for ever.</summary>
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);

    /// <param name="failed">How many attempts failed, the last one included.</param>
    /// <param name="wish">What the receiver asked for; it counts when it is longer.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <returns>Null when there is no further attempt.</returns>
    public static TimeSpan? PauseAfter(int failed, TimeSpan? wish, double chance)
    {
        // A dead one that somebody revived begins anew.
        var ofRound = failed % MaxAttempts;
        if (ofRound == 0)
            return null;
        var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(Factor, ofRound - 1)) * (1 + (Jitter * chance)));
        return wish > pause ? (wish < LongestWish ? wish : LongestWish) : pause;
    }
}
