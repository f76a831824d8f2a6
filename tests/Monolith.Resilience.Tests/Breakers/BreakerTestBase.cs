using Microsoft.Extensions.Time.Testing;
using Monolith.Resilience.Breakers;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

/// <summary>A breaker with the contract's numbers, on a clock that stands still until it is moved.</summary>
public abstract class BreakerTestBase
{
    protected BreakerTestBase() =>
        Breaker = new Breaker(BreakerKind.Agent, "build", new BreakersOptions(), Time, change => Changes.Add(change.State));

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    protected IBreaker Breaker { get; }

    protected List<BreakerState> Changes { get; } = [];

    protected void Call(int times, CallOutcome outcome)
    {
        for (var i = 0; i < times; i++)
            Breaker.Exit(Breaker.Enter(), outcome);
    }

    protected void Open()
    {
        Call(10, CallOutcome.Failure);
        Assert.Equal(BreakerState.Open, Breaker.Report().State);
    }

    protected void OpenThenWait()
    {
        Open();
        Time.Advance(TimeSpan.FromSeconds(60));
    }
}
