using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Operations.Health;
using Monolith.Operations.Logs;
using Monolith.Operations.Metrics;
using Monolith.Operations.Metrics.Requests;
using Monolith.Operations.Requests;

namespace Monolith.Operations;

/// <summary>What operators look at: logs, health and metrics.</summary>
public static class OperationsModule
{
    /// <param name="builder">The host.</param>
    /// <param name="quiet">Warnings and errors only: the console belongs to a command.</param>
    public static void UseMonolithLogging(this WebApplicationBuilder builder, bool quiet = false) => LogSetup.Use(builder, quiet);

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration("Health");
        services.AddSingleton(new SettingsSection("Health", typeof(HealthOptions)));
        foreach (var rule in LogRules.All)
            services.AddSingleton(rule);
        return services
            .AddSingleton<IHealthCheck, DatabaseCheck>()
            .AddSingleton<IHealthCheck, RedisCheck>()
            .AddSingleton<IHealthCheck, AgentsCheck>()
            .AddSingleton<FilesystemCheck>()
            .AddSingleton<HealthReporter>()
            .AddMetricsOfTheHost();
    }

    /// <summary>Counts and times every request; put it first, before the handling of exceptions.</summary>
    public static IApplicationBuilder UseRequestMetrics(this IApplicationBuilder app) => app.UseMiddleware<RequestMetrics>();

    /// <summary>Gives every request its ids; put it before whatever answers.</summary>
    public static IApplicationBuilder UseOperations(this IApplicationBuilder app) => app.UseMiddleware<RequestIds>();

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder app)
    {
        HealthRoutes.Map(app);
        MetricsRoutes.Map(app);
        return app;
    }
}
