using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Operations.Health;

/// <summary><c>/health</c>, <c>/health/ready</c>, <c>/health/detailed</c>.</summary>
internal static class HealthRoutes
{
    public static readonly string Version =
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").WithTags("Health").DisableRateLimiting();
        group.MapGet("", Live).WithName("Health").WithSummary("Says that the process runs; touches nothing else").AllowAnonymous();
        group.MapGet("ready", ReadyAsync).WithName("HealthReady").WithSummary("Says whether the host takes work").AllowAnonymous()
            .Produces<ReadyResponse>(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("detailed", DetailedAsync).WithName("HealthDetailed").WithSummary("Readiness, with memory, processor and file system").RequireRole(AccessRole.Viewer).ForAllProjects()
            .Produces<DetailedResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<LiveResponse> Live(TimeProvider time) => TypedResults.Ok(new LiveResponse(HealthStatus.Healthy, time.GetUtcNow()));

    private static async Task<JsonHttpResult<ReadyResponse>> ReadyAsync(HealthReporter reporter, TimeProvider time)
    {
        var components = await reporter.LookAsync(detailed: false);
        var status = Overall(reporter, components);
        return Answer(status, new ReadyResponse(status, Version, reporter.Uptime, time.GetUtcNow(), components));
    }

    private static async Task<JsonHttpResult<DetailedResponse>> DetailedAsync(HealthReporter reporter, TimeProvider time, IHostEnvironment environment)
    {
        var components = await reporter.LookAsync(detailed: true);
        var status = Overall(reporter, components);
        using var process = Process.GetCurrentProcess();
        var memory = GC.GetGCMemoryInfo();
        return Answer(status, new DetailedResponse(
            status,
            Version,
            reporter.Uptime,
            time.GetUtcNow(),
            components,
            environment.EnvironmentName,
            Environment.ProcessId,
            new MemoryUse(GC.GetTotalMemory(false), memory.TotalCommittedBytes, process.WorkingSet64, process.PrivateMemorySize64),
            new ProcessorUse(process.UserProcessorTime.TotalMilliseconds, process.PrivilegedProcessorTime.TotalMilliseconds)));
    }

    private static HealthStatus Overall(HealthReporter reporter, IReadOnlyDictionary<string, ComponentHealth> components) =>
        reporter.IsStopping ? HealthStatus.Unhealthy : components.Values.Max(component => component.Status);

    private static JsonHttpResult<T> Answer<T>(HealthStatus status, T report) => TypedResults.Json(
        report, statusCode: status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
}
