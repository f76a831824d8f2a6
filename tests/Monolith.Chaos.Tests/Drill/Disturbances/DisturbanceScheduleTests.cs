using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Load;
using Monolith.Host.Drill.Options;

namespace Monolith.Chaos.Tests.Drill.Disturbances;

public sealed class DisturbanceScheduleTests
{
    private static readonly DrillOptions Options = new(Kills: 50, Hosts: 3, DatabaseRestarts: 5, Freezes: 10, Seed: 7);

    [Fact]
    public void Of_SameSeed_IsTheSame() => Assert.Equal(DisturbanceSchedule.Of(Options), DisturbanceSchedule.Of(Options));

    [Fact]
    public void Of_OtherSeed_IsAnother() => Assert.NotEqual(DisturbanceSchedule.Of(Options), DisturbanceSchedule.Of(Options with { Seed = 8 }));

    [Fact]
    public void Of_Options_HoldsWhatWasAskedFor()
    {
        var schedule = DisturbanceSchedule.Of(Options);

        Assert.Equal(50, schedule.Count(disturbance => disturbance.Kind == DisturbanceKind.Kill));
        Assert.Equal(10, schedule.Count(disturbance => disturbance.Kind == DisturbanceKind.Freeze));
        Assert.Equal(5, schedule.Count(disturbance => disturbance.Host == 0));
        Assert.Equal([0, 1, 2, 3], schedule.Select(disturbance => disturbance.Host).Distinct().Order());
        Assert.Contains(schedule, disturbance => disturbance.Kind == DisturbanceKind.Freeze && disturbance.Length > DrillOptions.Lease);
    }

    [Fact]
    public void Load_SameSeed_AsksForTheSameRuns()
    {
        string[] Bodies(int seed) => [.. Enumerable.Range(1, 50).Select(number => RunOrder.Of(seed, number).Body("/journal").ToJsonString())];

        Assert.Equal(Bodies(7), Bodies(7));
        Assert.NotEqual(Bodies(7), Bodies(8));
        Assert.Equal(DrillPipelines.All.Count, Enumerable.Range(1, 200).SelectMany(number => RunOrder.Of(7, number).Pipelines).Distinct().Count());
    }
}
