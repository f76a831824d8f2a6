using Monolith.Operations.Scaling.Forecasting;
using Monolith.Pipelines.Contracts;

namespace Monolith.Operations.Tests.Scaling;

public sealed class ArrivalSeriesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly ArrivalSeries Hour = ArrivalSeries.Until(Noon.AddMinutes(3), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));

    [Fact]
    public void Until_WithinABucket_EndsBeforeIt() => Assert.Equal((Noon.AddHours(-1), Noon), (Hour.From, Hour.To));

    [Fact]
    public void Until_InAnotherZone_IsTheSame() =>
        Assert.Equal(Hour, ArrivalSeries.Until(Noon.AddMinutes(4).ToOffset(TimeSpan.FromHours(5.5)), Hour.Bucket, TimeSpan.FromHours(1)));

    [Fact]
    public void Counts_BucketsMissing_AreZeroAfterTheFirstAndUnknownBefore() =>
        Assert.Equal([2, 0, 0, 5, 0], Hour.Counts(new RunArrivals(new Dictionary<int, long> { [7] = 2, [10] = 5 })));

    [Fact]
    public void Counts_NoRuns_IsEmpty() => Assert.Empty(Hour.Counts(new RunArrivals(new Dictionary<int, long>())));

    [Fact]
    public void Ahead_OfMoments_CountsFromTheBucketUnderWay() =>
        Assert.Equal((0, 1, 1, 2), (Hour.Ahead(Noon.AddSeconds(-1)), Hour.Ahead(Noon), Hour.Ahead(Noon.AddMinutes(4)), Hour.Ahead(Noon.AddMinutes(5))));
}
