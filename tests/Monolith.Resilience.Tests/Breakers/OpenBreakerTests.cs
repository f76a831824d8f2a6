using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

public sealed class OpenBreakerTests : BreakerTestBase
{
    [Fact]
    public void Open_BeforeSixtySeconds_SaysWhenToAskAgain()
    {
        Open();
        var openUntil = Time.GetUtcNow() + TimeSpan.FromSeconds(60);
        Time.Advance(TimeSpan.FromSeconds(59));

        var pass = Breaker.Enter();

        Assert.False(pass.IsGranted);
        Assert.Equal(openUntil, pass.RetryAt);
        Assert.Equal(openUntil, Breaker.Report().OpenUntil);
    }

    [Fact]
    public void Open_AfterSixtySeconds_LetsOneCallThrough()
    {
        Open();
        Time.Advance(TimeSpan.FromSeconds(60));

        var probe = Breaker.Enter();
        var second = Breaker.Enter();

        Assert.True(probe.IsGranted);
        Assert.Equal(Time.GetUtcNow() + TimeSpan.FromSeconds(5), second.RetryAt);
        Assert.Equal(BreakerState.HalfOpen, Breaker.Report().State);
    }
}
