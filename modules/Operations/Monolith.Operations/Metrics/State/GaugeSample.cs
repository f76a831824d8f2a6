using Monolith.Kernel;
using Prometheus;

namespace Monolith.Operations.Metrics.State;

/// <summary>The figures that other modules show.</summary>
internal sealed class GaugeSample(HostMetrics factory, IEnumerable<HostGauge> gauges) : ISample
{
    private readonly (Gauge Gauge, Func<double> Read)[] gauges = [.. gauges.Select(one => (factory.Gauge(one.Name, one.Help), one.Read))];

    public Task TakeAsync()
    {
        foreach (var (gauge, read) in gauges)
            gauge.Set(read());
        return Task.CompletedTask;
    }
}
