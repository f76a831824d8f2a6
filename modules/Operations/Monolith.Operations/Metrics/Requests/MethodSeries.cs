using System.Collections.Concurrent;
using System.Globalization;
using Prometheus;

namespace Monolith.Operations.Metrics.Requests;

/// <summary>The series of one route and method. Made when the first such request comes, and then kept: a look-up by labels costs more than all the rest.</summary>
internal sealed class MethodSeries(RequestMetricSet metrics, string method, string path)
{
    private readonly ConcurrentDictionary<int, StatusSeries> byStatus = new();
    private Counter.Child? requests;
    private Histogram.Child? size;

    public void Begin() => (requests ??= metrics.Requests.WithLabels(method, path)).Inc();

    public void End(int status, double milliseconds, long bytes)
    {
        var series = byStatus.TryGetValue(status, out var known) ? known : byStatus.GetOrAdd(status, Make);
        series.Responses.Inc();
        series.Errors?.Inc();
        series.Duration.Observe(milliseconds);
        (size ??= metrics.Size.WithLabels(method, path)).Observe(bytes);
    }

    private StatusSeries Make(int status)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        return new StatusSeries(
            metrics.Responses.WithLabels(method, path, code),
            status >= 400 ? metrics.Errors.WithLabels(method, path, code, status >= 500 ? "server" : "client") : null,
            metrics.Duration.WithLabels(method, path, code));
    }

    private sealed record StatusSeries(Counter.Child Responses, Counter.Child? Errors, Histogram.Child Duration);
}
