using Microsoft.Extensions.Time.Testing;
using Monolith.Scheduling.WakeUps;

namespace Monolith.Scheduling.Tests.WakeUps;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void TryTake_Burst_IsTwiceTheRateAndThenTheRate()
    {
        var bucket = new TokenBucket(5, time);

        Assert.Equal(10, Taken(bucket, 100));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, Taken(bucket, 100));
    }

    [Fact]
    public void TryTake_LongIdle_GathersNoMoreThanTheBurst()
    {
        var bucket = new TokenBucket(5, time);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(10, Taken(bucket, 100));
    }

    [Fact]
    public void TryTake_RateOfZero_GivesNone() => Assert.Equal(0, Taken(new TokenBucket(0, time), 10));

    private static int Taken(TokenBucket bucket, int tries) => Enumerable.Range(0, tries).Count(_ => bucket.TryTake());
}
