using Monolith.Operations.Scaling.Forecasting;

namespace Monolith.Operations.Tests.Scaling;

public sealed class ForecastTests
{
    private const int Season = 24;

    [Fact]
    public void Forecast_OfAConstant_IsIt()
    {
        var forecast = Of(100, _ => 7);

        Assert.Equal((7.0, 7.0), (Math.Round(forecast.Runs(1), 6), Math.Round(forecast.Runs(5), 6)));
        Assert.InRange(forecast.ErrorRatio, 0, 0.02);
    }

    [Fact]
    public void Forecast_OfATrendBeforeAWholeSeason_Rises()
    {
        var forecast = Of(Season - 1, bucket => 10 * bucket);

        Assert.True(forecast.Runs(3) > forecast.Runs(1));
        Assert.InRange(forecast.Runs(1), 10 * (Season - 6), 10 * (Season + 1));
    }

    [Fact]
    public void Forecast_OfDays_ForeseesTheMorning()
    {
        var forecast = Of(5 * Season, Daily);

        for (var ahead = 1; ahead <= Season; ahead++)
            Assert.Equal(Daily(ahead - 1), forecast.Runs(ahead), 3.0);
    }

    [Fact]
    public void Forecast_AfterDays_IsBetterThanAfterHours() =>
        Assert.True(Of(5 * Season, Daily).ErrorRatio < Of(Season - 2, Daily).ErrorRatio);

    [Fact]
    public void Forecast_MadeAgainFromTheSameHistory_IsTheSame() =>
        Assert.Equal(Of(77, Daily).Runs(3, margin: 1), Of(77, Daily).Runs(3, margin: 1));

    [Fact]
    public void Forecast_OfNoHistory_IsNothingWithWholeError()
    {
        var forecast = Of(0, Daily);

        Assert.Equal((0, 0, 1), (forecast.Runs(1, margin: 2), forecast.Runs(-3), forecast.ErrorRatio));
    }

    [Fact]
    public void Forecast_OfAFall_IsNeverNegative() => Assert.True(Of(Season - 1, bucket => Math.Max(0, 100 - (20 * bucket))).Runs(10) >= 0);

    private static double Daily(int bucket) => bucket % Season is >= 8 and < 18 ? 50 : 5;

    private static ArrivalForecast Of(int buckets, Func<int, double> count) => new([.. Enumerable.Range(0, buckets).Select(count)], Season);
}
