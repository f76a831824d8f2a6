using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

public sealed class ClosedBreakerTests : BreakerTestBase
{
    [Fact]
    public void Closed_NineOfNineFailed_StaysClosed()
    {
        Call(9, CallOutcome.Failure);

        Assert.Equal(BreakerState.Closed, Breaker.Report().State);
    }

    [Fact]
    public void Closed_HalfOfTenFailed_Opens()
    {
        Call(5, CallOutcome.Success);
        Call(4, CallOutcome.Failure);
        Assert.Equal(BreakerState.Closed, Breaker.Report().State);

        Call(1, CallOutcome.Failure);

        Assert.Equal(BreakerState.Open, Breaker.Report().State);
        Assert.Equal([BreakerState.Open], Changes);
    }

    [Fact]
    public void Closed_LessThanHalfFailed_StaysClosed()
    {
        Call(6, CallOutcome.Success);
        Call(5, CallOutcome.Failure);

        Assert.Equal(BreakerState.Closed, Breaker.Report().State);
    }

    [Fact]
    public void Closed_FailuresOlderThanTheWindow_AreForgotten()
    {
        Call(9, CallOutcome.Failure);
        Time.Advance(TimeSpan.FromSeconds(60));

        Call(1, CallOutcome.Failure);

        var report = Breaker.Report();
        Assert.Equal((BreakerState.Closed, 1, 1), (report.State, report.Calls, report.Failures));
    }

    [Fact]
    public void Closed_CallsOfUnknownOutcome_AreNotCounted()
    {
        Call(100, CallOutcome.Unknown);

        Assert.Equal(0, Breaker.Report().Calls);
    }
}
