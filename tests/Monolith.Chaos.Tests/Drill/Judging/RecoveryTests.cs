using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Judging;

namespace Monolith.Chaos.Tests.Drill.Judging;

public sealed class RecoveryTests
{
    /// <summary>Events are a second apart, the first at 1 s: claimed by 1 at 2 s, started at 3 s, taken over at 4 s.</summary>
    private static readonly Forged TakenOver = new Forged()
        .Created().Claimed(by: 1).Started("work-a").Claimed(by: 2, "work-a").Executed("y", "work-a", by: 2).Succeeded("work-a", "y").Ended();

    [Fact]
    public void OfRuns_KillOfTheOwner_LastsUntilTheNextClaim() =>
        Assert.Equal([TimeSpan.FromSeconds(0.5)], Recovery.OfRuns([At(DisturbanceKind.Kill, 1, 3.5)], [TakenOver.Stream]));

    [Fact]
    public void OfRuns_FreezeOfTheOwner_LastsUntilTheNextCommit() =>
        Assert.Equal([TimeSpan.FromSeconds(0.25)], Recovery.OfRuns([At(DisturbanceKind.Freeze, 2, 4.75)], [TakenOver.Stream]));

    [Fact]
    public void OfRuns_KillOfAnotherOrOfNothingUnderWay_IsNotCounted() => Assert.Empty(
        Recovery.OfRuns([At(DisturbanceKind.Kill, 2, 3.5), At(DisturbanceKind.Kill, 1, 2.5), At(DisturbanceKind.Kill, 2, 5.5)], [TakenOver.Stream]));

    [Fact]
    public void OfDatabase_Restart_LastsUntilTheNextCommit() =>
        Assert.Equal([TimeSpan.FromSeconds(0.75)], Recovery.OfDatabase([At(DisturbanceKind.DatabaseCrash, null, 5.25)], [TakenOver.Stream]));

    private static Disturbed At(DisturbanceKind kind, int? pid, double seconds) => new(kind, pid, Forged.Start.AddSeconds(seconds));
}
