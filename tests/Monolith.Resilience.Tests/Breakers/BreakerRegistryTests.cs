using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monolith.Resilience.Breakers;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Tests.Breakers;

public sealed class BreakerRegistryTests
{
    private readonly FakeTimeProvider time = new();
    private readonly BreakerRegistry registry;

    public BreakerRegistryTests() =>
        registry = new BreakerRegistry(Options.Create(new BreakersOptions()), time, NullLogger<BreakerRegistry>.Instance);

    [Fact]
    public void Of_SameNameOfAnotherKind_IsAnotherBreaker()
    {
        Assert.Same(registry.Of(BreakerKind.Agent, "a"), registry.Of(BreakerKind.Agent, "a"));
        Assert.NotSame(registry.Of(BreakerKind.Agent, "a"), registry.Of(BreakerKind.Host, "a"));
    }

    [Fact]
    public void Of_MoreNamesThanThereIsRoomFor_DropsTheLeastAskedForAndKeepsOpenOnes()
    {
        var open = registry.Of(BreakerKind.Agent, "open");
        for (var i = 0; i < 10; i++)
            open.Exit(open.Enter(), CallOutcome.Failure);
        for (var i = 0; i < BreakerRegistry.Most; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            registry.Of(BreakerKind.Host, $"host-{i}");
        }

        var names = registry.List().Select(report => report.Name).ToHashSet();

        Assert.Equal(BreakerRegistry.Most, names.Count);
        Assert.Contains("open", names);
        Assert.DoesNotContain("host-0", names);
        Assert.Contains("host-1", names);
    }

    [Fact]
    public void Changed_BreakerOpens_IsRaisedOnceWithTheReport()
    {
        var heard = new List<BreakerReport>();
        registry.Changed += heard.Add;
        var breaker = registry.Of(BreakerKind.Model, "provider");

        for (var i = 0; i < 12; i++)
            breaker.Exit(breaker.Enter(), CallOutcome.Failure);

        var report = Assert.Single(heard);
        Assert.Equal((BreakerKind.Model, "provider", BreakerState.Open, 10, 10), (report.Kind, report.Name, report.State, report.Calls, report.Failures));
    }
}
