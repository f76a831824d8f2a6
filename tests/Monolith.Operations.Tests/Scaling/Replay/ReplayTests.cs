using Monolith.Operations.Scaling;
using Xunit.Abstractions;

namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>A day of bursty load after seven days of history; no wall time, every figure follows from the seed.</summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    private const double Target = 60;
    private const int Most = 30;

    // This and the default of Margin were chosen on seeds 1 to 5 and 101 to 105, and not on those below.
    private const int Least = 4;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Day_ByForecast_KeepsQueueYoungWithFewerHostMinutesThanByQueueLength(int seed) => Compare(seed);

    [Trait("Length", "Long")]
    [Theory]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    public void Day_OfMoreSeeds_KeepsQueueYoungWithFewerHostMinutesThanByQueueLength(int seed) => Compare(seed);

    private void Compare(int seed)
    {
        var load = new DayLoad(seed, days: 8).Arrivals;
        var day = load[^DayLoad.Day..];
        var options = new ScalingOptions
        {
            Enabled = true,
            MinHosts = Least,
            MaxHosts = Most,
            RunsPerHost = Cluster.Places,
            TargetAge = TimeSpan.FromSeconds(Target),
        };
        var policy = new ForecastPolicy(load, options);

        var forecast = new Cluster(policy, atFirst: Least).Run(day);
        var (setting, byLength) = QueueLengthSearch.Best(day, Most, Target);

        output.WriteLine($"{seed}: {day.Sum(second => second.Length)} runs; forecast {forecast}, error {policy.ErrorRatio:F2}; by length {byLength} with {setting}");
        Assert.True(forecast.Worst <= Target, $"{forecast}");
        Assert.True(forecast.HostMinutes < byLength.HostMinutes, $"{forecast} against {byLength} with {setting}");
    }
}
