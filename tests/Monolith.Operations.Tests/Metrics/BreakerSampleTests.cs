using Microsoft.Extensions.Time.Testing;
using Monolith.Operations.Tests.Support;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Operations.Tests.Metrics;

public sealed class BreakerSampleTests
{
    private readonly FakeTimeProvider time = new();
    private readonly StandInBreakers breakers = new();

    [Fact]
    public async Task Read_Breakers_AreShownByKindAndName()
    {
        breakers.Stands(BreakerKind.Agent, "git", BreakerState.Open, openings: 3);
        breakers.Stands(BreakerKind.Host, "hooks:443", BreakerState.HalfOpen, openings: 1);
        breakers.Stands(BreakerKind.Model, "provider", BreakerState.Closed);
        await using var app = await MetricsApp.StartAsync(breakers: breakers);

        var lines = await app.LinesAsync();

        Assert.Contains("""monolith_breaker_state{kind="agent",name="git"} 2""", lines);
        Assert.Contains("""monolith_breaker_state{kind="host",name="hooks:443"} 1""", lines);
        Assert.Contains("""monolith_breaker_state{kind="model",name="provider"} 0""", lines);
        Assert.Contains("""monolith_breaker_openings_total{kind="agent",name="git"} 3""", lines);
        Assert.Contains("""monolith_breaker_openings_total{kind="model",name="provider"} 0""", lines);
    }

    [Fact]
    public async Task Read_BreakerThatGaveWay_HasNoSeriesAnyMore()
    {
        breakers.Stands(BreakerKind.Host, "a:443", BreakerState.Closed);
        await using var app = await MetricsApp.StartAsync(time: time, breakers: breakers);
        await app.LinesAsync();
        breakers.Reports.Clear();
        breakers.Stands(BreakerKind.Host, "b:443", BreakerState.Closed);
        time.Advance(TimeSpan.FromSeconds(3));

        var lines = await app.LinesAsync();

        Assert.DoesNotContain(lines, line => line.Contains("a:443", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.Contains("b:443", StringComparison.Ordinal)));
    }
}
