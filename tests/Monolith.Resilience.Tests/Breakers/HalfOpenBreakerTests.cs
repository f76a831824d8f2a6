using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

public sealed class HalfOpenBreakerTests : BreakerTestBase
{
    [Fact]
    public void HalfOpen_TwoSuccesses_ClosesWithAnEmptyWindow()
    {
        OpenThenWait();

        Call(1, CallOutcome.Success);
        Assert.Equal(BreakerState.HalfOpen, Breaker.Report().State);
        Call(1, CallOutcome.Success);

        var report = Breaker.Report();
        Assert.Equal((BreakerState.Closed, 0), (report.State, report.Calls));
        Assert.Equal([BreakerState.Open, BreakerState.HalfOpen, BreakerState.Closed], Changes);
    }

    [Fact]
    public void HalfOpen_AFailure_OpensForAnotherSixtySeconds()
    {
        OpenThenWait();
        Call(1, CallOutcome.Success);

        Call(1, CallOutcome.Failure);

        Assert.Equal(Time.GetUtcNow() + TimeSpan.FromSeconds(60), Breaker.Enter().RetryAt);
        Assert.Equal(2, Breaker.Report().Openings);
    }

    [Fact]
    public void HalfOpen_SuccessesOfAnEarlierHalfOpen_DoNotCount()
    {
        OpenThenWait();
        Call(1, CallOutcome.Success);
        Call(1, CallOutcome.Failure);
        Time.Advance(TimeSpan.FromSeconds(60));

        Call(1, CallOutcome.Success);

        Assert.Equal(BreakerState.HalfOpen, Breaker.Report().State);
    }

    [Fact]
    public void HalfOpen_ProbeGivenUp_LetsTheNextThrough()
    {
        OpenThenWait();

        Call(1, CallOutcome.Unknown);

        Assert.Equal(BreakerState.HalfOpen, Breaker.Report().State);
        Assert.True(Breaker.Enter().IsGranted);
    }

    [Fact]
    public void HalfOpen_CallBegunWhileClosed_SaysNothing()
    {
        var (slow, alsoSlow) = (Breaker.Enter(), Breaker.Enter());
        OpenThenWait();
        var probe = Breaker.Enter();

        Breaker.Exit(slow, CallOutcome.Failure);
        Breaker.Exit(alsoSlow, CallOutcome.Success);

        Assert.Equal(BreakerState.HalfOpen, Breaker.Report().State);
        Assert.False(Breaker.Enter().IsGranted);
        Breaker.Exit(probe, CallOutcome.Success);
        Assert.True(Breaker.Enter().IsGranted);
    }

    [Fact]
    public async Task HalfOpen_ManyThreadsAtOnce_OneGetsThrough()
    {
        OpenThenWait();
        using var together = new Barrier(8);

        var passes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return Breaker.Enter();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(passes, pass => pass.IsGranted);
    }
}
