namespace Monolith.Access.Limits;

/// <summary>
/// Requests of the present window and, by the part of it that is not over, of the one before: two numbers a caller, and no burst of twice the
/// limit where windows meet.
/// </summary>
/// <param name="Index">Which window, counted from the beginning of time.</param>
/// <param name="Weight">The part of the window that is left, 1 at its beginning.</param>
internal readonly record struct SlidingWindow(long Index, double Weight)
{
    public static SlidingWindow At(DateTimeOffset now, TimeSpan length)
    {
        var (index, into) = Math.DivRem(now.UtcTicks, length.Ticks);
        return new SlidingWindow(index, 1 - ((double)into / length.Ticks));
    }

    public bool HasRoom(long previous, long current, int limit) => (previous * Weight) + current + 1 <= limit;

    /// <returns>Requests that are left.</returns>
    public int Left(Count count, int limit) => Math.Max(0, (int)(limit - (count.Previous * Weight) - count.Current));

    /// <returns>How long until one more is taken, if no others come.</returns>
    public TimeSpan Wait(Count count, Quota quota)
    {
        var left = count.Current < quota.Limit
            ? Weight - ((double)(quota.Limit - 1 - count.Current) / count.Previous)
            : Weight + 1 - ((double)(quota.Limit - 1) / count.Current);
        return quota.Window * Math.Max(0, left);
    }
}

/// <summary>What was counted of a caller.</summary>
/// <param name="IsTaken">Whether this request is, and so is among them.</param>
/// <param name="Previous">Requests in the window before.</param>
/// <param name="Current">Requests in this one.</param>
internal readonly record struct Count(bool IsTaken, long Previous, long Current);
