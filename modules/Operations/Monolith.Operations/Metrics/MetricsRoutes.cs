using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Operations.Metrics.State;
using Monolith.Operations.Metrics.Summary;
using Prometheus;

namespace Monolith.Operations.Metrics;

/// <summary><c>/metrics</c> and <c>/metrics/summary</c>.</summary>
internal static class MetricsRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // Made here, so that it has joined the registry before anybody reads.
        app.ServiceProvider.GetRequiredService<Sampler>();
        app.MapMetrics("/metrics", app.ServiceProvider.GetRequiredService<HostMetrics>().Registry).RequireRole(AccessRole.Viewer).NotAudited().DisableRateLimiting();
        app.MapGet("/metrics/summary", SummaryAsync)
            .WithName("MetricsSummary")
            .WithSummary("The metrics of this host as JSON, with percentiles")
            .WithDescription("The same series as /metrics, which Prometheus reads. Percentiles are reckoned from the buckets.")
            .WithTags("Metrics")
            .RequireRole(AccessRole.Viewer)
            .DisableRateLimiting()
            .Produces<MetricsSummaryResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <param name="name">Only metrics of this name; may be given more than once, and end with * for all that begin so.</param>
    /// <param name="label">Only series with this label, written name=value; may be given more than once.</param>
    /// <param name="factory">Injected.</param>
    /// <param name="time">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    private static async Task<IResult> SummaryAsync(
        [FromQuery] string[]? name, [FromQuery] string[]? label, HostMetrics factory, TimeProvider time, CancellationToken cancellationToken)
    {
        var filter = SummaryFilter.Parse(name ?? [], label ?? []);
        if (!filter.IsSuccess)
            return TypedResults.Problem(
                detail: filter.Problems[0].Message,
                statusCode: StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["code"] = filter.Problems[0].Code });

        using var text = new MemoryStream();
        await factory.Registry.CollectAndExportAsTextAsync(text, cancellationToken);
        var families = ExpositionReader.Read(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
        return TypedResults.Ok(SummaryBuilder.Build(families, filter.Value, time.GetUtcNow()));
    }
}
