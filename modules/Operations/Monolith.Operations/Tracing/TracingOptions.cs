using System.ComponentModel.DataAnnotations;

namespace Monolith.Operations.Tracing;

/// <summary>Section <c>Tracing</c>: where spans go. Without an endpoint, here or in the standard variables, none is made.</summary>
public sealed class TracingOptions : IValidatableObject
{
    /// <summary>
    /// The collector, such as <c>http://localhost:4317</c>. Null for what the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; the other
    /// standard variables (headers, protocol, time limits, batches) count in either case.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>How the collector of <see cref="Endpoint"/> is spoken to.</summary>
    public TracingProtocol Protocol { get; set; } = TracingProtocol.Grpc;

    /// <summary>The share of traces that begin here and are kept, from 0 to 1. A caller's own decision is heeded.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Endpoint) && CollectorAddress.Fault(Endpoint) is { } fault)
            yield return new ValidationResult(fault, [nameof(Endpoint)]);
    }
}

/// <summary>The two ways in which OTLP travels.</summary>
public enum TracingProtocol
{
    /// <summary>Usually port 4317.</summary>
    Grpc,

    /// <summary>Protobuf over HTTP, usually port 4318; the path <c>/v1/traces</c> is added.</summary>
    HttpProtobuf,
}
