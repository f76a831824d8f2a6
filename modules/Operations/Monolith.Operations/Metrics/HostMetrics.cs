using Prometheus;

namespace Monolith.Operations.Metrics;

/// <summary>
/// Makes the host's metrics. They lie in a registry of the host's own: the library's static one would be shared by all hosts
/// of a process and brings in every meter of every library, of which nobody bounds the number.
/// </summary>
internal sealed class HostMetrics
{
    private readonly MetricFactory factory;

    public HostMetrics()
    {
        Registry = Prometheus.Metrics.NewCustomRegistry();
        factory = Prometheus.Metrics.WithCustomRegistry(Registry);
        // Without this each observation within a trace allocates an exemplar, which the text format does not even carry.
        factory.ExemplarBehavior = ExemplarBehavior.NoExemplars();
        DotNetStats.Register(Registry);
    }

    public CollectorRegistry Registry { get; }

    public Counter Counter(string name, string help, params string[] labels) => factory.CreateCounter(name, help, labels);

    /// <summary>Shown from its first value on.</summary>
    public Gauge Gauge(string name, string help, params string[] labels) =>
        factory.CreateGauge(name, help, labels, new GaugeConfiguration { SuppressInitialValue = true });

    public Histogram Histogram(string name, string help, double[] buckets, params string[] labels) =>
        factory.CreateHistogram(name, help, labels, new HistogramConfiguration { Buckets = buckets });
}
