using FsCheck.Xunit;
using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Resilience.Tests.Retries;

public sealed class RetryDelayTests
{
    [Fact]
    public void After_WithoutJitter_GrowsByTheFactorUpToTheLongest()
    {
        var waits = Enumerable.Range(1, 6).Select(failures => RetryDelay.After(failures, TimeSpan.FromSeconds(1), 2.5, TimeSpan.FromSeconds(30)).TotalSeconds);

        Assert.Equal([1, 2.5, 6.25, 15.625, 30, 30], waits);
    }

    [Property]
    public void After_WithJitter_StaysWithinAFifthAndBelowTheLongest(byte failures, ushort chance)
    {
        var place = chance / 65_536.0;
        var (first, most) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        var plain = RetryDelay.After(failures + 1, first, 2, most);

        var wait = RetryDelay.After(failures + 1, first, 2, most, place);

        Assert.InRange(wait, plain * 0.8, plain * 1.2 < most ? plain * 1.2 : most);
    }

    [Fact]
    public void After_JitterAtBothEnds_UsesTheWholeRange()
    {
        var wait = TimeSpan.FromSeconds(10);

        Assert.Equal(TimeSpan.FromSeconds(8), RetryDelay.After(1, wait, 2, TimeSpan.FromMinutes(1), 0));
        Assert.Equal(TimeSpan.FromSeconds(12), RetryDelay.After(1, wait, 2, TimeSpan.FromMinutes(1), 1));
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(1, 7, 7)]
    [InlineData(10, 7, 10)]
    [InlineData(1, 86_400, 3_600)]
    public void Later_OwnWaitAndRetryAfter_TakesTheLaterUpToAnHour(int own, int? asked, int expected) => Assert.Equal(
        TimeSpan.FromSeconds(expected), RetryDelay.Later(TimeSpan.FromSeconds(own), asked is null ? null : TimeSpan.FromSeconds(asked.Value)));
}
