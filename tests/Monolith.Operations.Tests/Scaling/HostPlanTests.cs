using System.ComponentModel.DataAnnotations;
using Monolith.Operations.Scaling;
using Monolith.Operations.Scaling.Forecasting;

namespace Monolith.Operations.Tests.Scaling;

public sealed class HostPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    // A host does 8 runs of 80 s: one in 10 s.
    private static readonly HostLoad Quiet = new(Queued: 0, Hosts: 10, TimeSpan.FromSeconds(80));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(150, 5)]
    [InlineData(3_000, 10)]
    public void Wanted_OfArrivals_IsEnoughForThemWithinTheBounds(int runsABucket, int hosts) =>
        Assert.Equal(hosts, Plan(runsABucket).Wanted(Noon, Quiet));

    [Fact]
    public void Wanted_RunsWait_AreDoneWithinTheTarget() =>
        Assert.Equal(5 + 3, Plan(150).Wanted(Noon, Quiet with { Queued = 18 + 75, Hosts = 10 }));

    [Fact]
    public void Wanted_LoadFell_StaysForAWhile()
    {
        var fell = Series(bucket => bucket < 98 ? 150 : 0);

        Assert.True(fell.Wanted(Noon, Quiet) > fell.Wanted(Noon.AddMinutes(60), Quiet));
    }

    [Fact]
    public void QueueAge_MoreComesThanIsDone_Grows()
    {
        Assert.Equal(TimeSpan.Zero, Plan(150).QueueAge(Noon, Quiet));
        Assert.Equal(TimeSpan.FromSeconds(10 * (75 - 15)), Plan(150).QueueAge(Noon, Quiet with { Hosts = 1 }));
    }

    [Fact]
    public void Work_OfRunsThatWaitedForPeople_IsThatOfTheOthers() => Assert.Equal(
        TimeSpan.FromSeconds(2),
        RunWork.Of([.. Enumerable.Repeat(TimeSpan.FromSeconds(2), 19), TimeSpan.FromDays(3)]));

    [Fact]
    public void Options_ThatContradict_AreRefused()
    {
        var problems = new List<ValidationResult>();
        var options = new ScalingOptions { MinHosts = 11, Bucket = TimeSpan.FromMinutes(7), History = TimeSpan.FromHours(2) };

        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);

        Assert.Equal(["MaxHosts", "Season", "History"], problems.SelectMany(problem => problem.MemberNames));
        Assert.Empty(new ScalingOptions().Validate(new ValidationContext(new ScalingOptions())));
    }

    private static HostPlan Plan(int runsABucket) => Series(_ => runsABucket);

    private static HostPlan Series(Func<int, double> count)
    {
        var options = new ScalingOptions { Margin = 0 };
        return new HostPlan(
            options, ArrivalSeries.Until(Noon, options.Bucket, options.History), new ArrivalForecast([.. Enumerable.Range(0, 100).Select(count)], 288));
    }
}
