using Monolith.Benchmarks.Calls;
using Monolith.Benchmarks.Durability;
using Monolith.Benchmarks.Http;
using Monolith.Benchmarks.Latency;
using Monolith.Benchmarks.Memory;
using Monolith.Benchmarks.Observability;
using Monolith.Benchmarks.Overload;
using Monolith.Benchmarks.Pages;
using Monolith.Benchmarks.Processor;
using Monolith.Benchmarks.Shape;
using Monolith.Benchmarks.Throughput;
using Monolith.Benchmarks.Volume;

namespace Monolith.Benchmarks.Running;

internal static class Measurements
{
    public static IReadOnlyList<IMeasurement> All { get; } =
    [
        new ThroughputMeasurement(),
        new HttpMeasurement(),
        new LatencyMeasurement(),
        new VolumeMeasurement(),
        new ShapeMeasurement(),
        new LoadMemoryMeasurement(),
        new WaitingMemoryMeasurement(),
        new DurabilityMeasurement(),
        new ProcessorMeasurement(),
        new ObservabilityMeasurement(),
        new OverloadMeasurement(),
        new PaintMeasurement(),
        new OpenPagesMeasurement(),
        new CallMeasurement(),
    ];
}
