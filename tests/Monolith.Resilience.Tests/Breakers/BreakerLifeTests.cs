using Microsoft.Extensions.Time.Testing;
using Monolith.Resilience.Breakers;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

/// <summary>The contract's numbers, on a clock that stands still until it is moved.</summary>
public sealed class BreakerLifeTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly List<BreakerState> changes = [];
    private readonly Breaker breaker;

    public BreakerLifeTests() =>
        breaker = new Breaker(BreakerKind.Agent, "build", new BreakersOptions(), time, change => changes.Add(change.State));

    [Fact]
    public void Closed_NineOfNineFailed_StaysClosed()
    {
        Call(9, CallOutcome.Failure);

        Assert.Equal(BreakerState.Closed, breaker.Report().State);
    }

    [Fact]
    public void Closed_HalfOfTenFailed_Opens()
    {
        Call(5, CallOutcome.Success);
        Call(4, CallOutcome.Failure);
        Assert.Equal(BreakerState.Closed, breaker.Report().State);

        Call(1, CallOutcome.Failure);

        Assert.Equal(BreakerState.Open, breaker.Report().State);
        Assert.Equal([BreakerState.Open], changes);
    }

    [Fact]
    public void Closed_LessThanHalfFailed_StaysClosed()
    {
        Call(6, CallOutcome.Success);
        Call(5, CallOutcome.Failure);

        Assert.Equal(BreakerState.Closed, breaker.Report().State);
    }

    [Fact]
    public void Closed_FailuresOlderThanTheWindow_AreForgotten()
    {
        Call(9, CallOutcome.Failure);
        time.Advance(TimeSpan.FromSeconds(60));

        Call(1, CallOutcome.Failure);

        var report = breaker.Report();
        Assert.Equal((BreakerState.Closed, 1, 1), (report.State, report.Calls, report.Failures));
    }

    [Fact]
    public void Closed_CallsOfUnknownOutcome_AreNotCounted()
    {
        Call(100, CallOutcome.Unknown);

        Assert.Equal(0, breaker.Report().Calls);
    }

    [Fact]
    public void Open_BeforeSixtySeconds_SaysWhenToAskAgain()
    {
        Open();
        var openUntil = time.GetUtcNow() + TimeSpan.FromSeconds(60);
        time.Advance(TimeSpan.FromSeconds(59));

        var pass = breaker.Enter();

        Assert.False(pass.IsGranted);
        Assert.Equal(openUntil, pass.RetryAt);
        Assert.Equal(openUntil, breaker.Report().OpenUntil);
    }

    [Fact]
    public void Open_AfterSixtySeconds_LetsOneCallThrough()
    {
        Open();
        time.Advance(TimeSpan.FromSeconds(60));

        var probe = breaker.Enter();
        var second = breaker.Enter();

        Assert.True(probe.IsGranted);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(5), second.RetryAt);
        Assert.Equal(BreakerState.HalfOpen, breaker.Report().State);
    }

    [Fact]
    public void HalfOpen_TwoSuccesses_ClosesWithAnEmptyWindow()
    {
        OpenThenWait();

        Call(1, CallOutcome.Success);
        Assert.Equal(BreakerState.HalfOpen, breaker.Report().State);
        Call(1, CallOutcome.Success);

        var report = breaker.Report();
        Assert.Equal((BreakerState.Closed, 0), (report.State, report.Calls));
        Assert.Equal([BreakerState.Open, BreakerState.HalfOpen, BreakerState.Closed], changes);
    }

    [Fact]
    public void HalfOpen_AFailure_OpensForAnotherSixtySeconds()
    {
        OpenThenWait();
        Call(1, CallOutcome.Success);

        Call(1, CallOutcome.Failure);

        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(60), breaker.Enter().RetryAt);
        Assert.Equal(2, breaker.Report().Openings);
    }

    [Fact]
    public void HalfOpen_SuccessesOfAnEarlierHalfOpen_DoNotCount()
    {
        OpenThenWait();
        Call(1, CallOutcome.Success);
        Call(1, CallOutcome.Failure);
        time.Advance(TimeSpan.FromSeconds(60));

        Call(1, CallOutcome.Success);

        Assert.Equal(BreakerState.HalfOpen, breaker.Report().State);
    }

    [Fact]
    public void HalfOpen_ProbeGivenUp_LetsTheNextThrough()
    {
        OpenThenWait();

        Call(1, CallOutcome.Unknown);

        Assert.Equal(BreakerState.HalfOpen, breaker.Report().State);
        Assert.True(breaker.Enter().IsGranted);
    }

    [Fact]
    public void HalfOpen_CallBegunWhileClosed_SaysNothing()
    {
        var (slow, alsoSlow) = (breaker.Enter(), breaker.Enter());
        OpenThenWait();
        var probe = breaker.Enter();

        breaker.Exit(slow, CallOutcome.Failure);
        breaker.Exit(alsoSlow, CallOutcome.Success);

        Assert.Equal(BreakerState.HalfOpen, breaker.Report().State);
        Assert.False(breaker.Enter().IsGranted);
        breaker.Exit(probe, CallOutcome.Success);
        Assert.True(breaker.Enter().IsGranted);
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
                return breaker.Enter();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(passes, pass => pass.IsGranted);
    }

    private void Call(int times, CallOutcome outcome)
    {
        for (var i = 0; i < times; i++)
            breaker.Exit(breaker.Enter(), outcome);
    }

    private void Open()
    {
        Call(10, CallOutcome.Failure);
        Assert.Equal(BreakerState.Open, breaker.Report().State);
    }

    private void OpenThenWait()
    {
        Open();
        time.Advance(TimeSpan.FromSeconds(60));
    }
}
