using Prometheus;

namespace Monolith.Operations.Metrics.Requests;

/// <summary>The five metrics of requests.</summary>
internal sealed class RequestMetricSet(HostMetrics factory)
{
    public Counter Requests { get; } = factory.Counter(
        "http_requests_total", "HTTP requests that began.", "method", "path");

    public Counter Responses { get; } = factory.Counter(
        "http_responses_total", "HTTP requests that were answered.", "method", "path", "status_code");

    public Counter Errors { get; } = factory.Counter(
        "http_errors_total", "HTTP requests that were answered with a status of 400 or above.", "method", "path", "status_code", "error_type");

    public Histogram Duration { get; } = factory.Histogram(
        "http_request_duration_ms", "How long HTTP requests took, in milliseconds.", MetricBuckets.Milliseconds, "method", "path", "status_code");

    public Histogram Size { get; } = factory.Histogram(
        "http_response_size_bytes", "The sizes of the bodies of HTTP responses.", MetricBuckets.Bytes, "method", "path");
}
