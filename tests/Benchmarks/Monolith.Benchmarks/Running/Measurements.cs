using Monolith.Benchmarks.Latency;
using Monolith.Benchmarks.Processor;
using Monolith.Benchmarks.Throughput;

namespace Monolith.Benchmarks.Running;

internal static class Measurements
{
    public static IReadOnlyList<IMeasurement> All { get; } =
    [
        new ThroughputMeasurement(),
        new LatencyMeasurement(),
        new ProcessorMeasurement(),
    ];
}
