using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Monolith.Operations.Tracing;

/// <summary>
/// Leaves out calls to the database that belong to nothing: the engine's and Hangfire's own looks into their tables, many a second, would
/// each be a trace.
/// </summary>
internal sealed class OwnWork(Sampler others) : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client && samplingParameters.ParentContext.TraceId == default
            ? new SamplingResult(SamplingDecision.Drop)
            : others.ShouldSample(samplingParameters);
}
