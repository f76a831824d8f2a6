using Monolith.Operations.Health;
using Prometheus;

namespace Monolith.Operations.Metrics.State;

/// <summary>What the health checks see, as figures.</summary>
internal sealed class DependencySample(HostMetrics factory, HealthReporter reporter) : ISample
{
    private static readonly string[] Servers = ["database", "redis"];

    private readonly Gauge up = factory.Gauge(
        "monolith_component_up", "1 while the part of the host answers, even slowly; 0 while it does not.", "component");

    private readonly Gauge latency = factory.Gauge(
        "monolith_dependency_latency_seconds", "How long the database or Redis took to answer a ping, or to not answer it.", "dependency");

    public async Task TakeAsync()
    {
        foreach (var (component, health) in await reporter.LookAsync(detailed: false))
        {
            if (health.Message == RedisCheck.NotConfigured)
                continue;
            up.WithLabels(component).Set(health.Status == HealthStatus.Unhealthy ? 0 : 1);
            if (Servers.Contains(component))
                latency.WithLabels(component).Set(health.ResponseTime / 1_000);
        }
    }
}
