namespace Monolith.Scheduling.WakeUps;

/// <summary>So many a second, twice as many in a burst. For one caller at a time.</summary>
internal sealed class TokenBucket(int perSecond, TimeProvider time)
{
    private double tokens = perSecond * 2;
    private long last = time.GetTimestamp();

    public bool TryTake()
    {
        var now = time.GetTimestamp();
        tokens = Math.Min(perSecond * 2, tokens + (time.GetElapsedTime(last, now).TotalSeconds * perSecond));
        last = now;
        if (tokens < 1)
            return false;
        tokens--;
        return true;
    }
}
