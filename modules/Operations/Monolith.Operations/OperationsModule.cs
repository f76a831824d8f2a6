using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Monolith.Kernel;
using Monolith.Operations.Errors;
using Monolith.Operations.Health;
using Monolith.Operations.Logs;
using Monolith.Operations.Logs.Levels;
using Monolith.Operations.Logs.Masking;
using Monolith.Operations.Metrics;
using Monolith.Operations.Metrics.Requests;
using Monolith.Operations.Requests;
using Monolith.Operations.Scaling;
using Monolith.Operations.Shutdown;
using Monolith.Operations.Shutdown.Requests;
using Monolith.Operations.Tracing;
using Monolith.Secrets.Contracts;

namespace Monolith.Operations;

/// <summary>What operators look at: logs, health, metrics and the stop.</summary>
public static class OperationsModule
{
    /// <param name="builder">The host.</param>
    /// <param name="quiet">Warnings and errors only: the console belongs to a command.</param>
    public static void UseMonolithLogging(this WebApplicationBuilder builder, bool quiet = false) => LogSetup.Use(builder, quiet);

    /// <summary>Answers for a host whose tables are not ready yet, until it is disposed of; null when the address cannot be had.</summary>
    public static Task<IAsyncDisposable?> AnswerWhileStartingAsync(string addresses, CancellationToken cancellationToken) =>
        StartingAnswers.OpenAsync(addresses, cancellationToken);

    /// <summary>The first thing a process does: what comes before a host is up can be stopped as well.</summary>
    public static StopSignals ListenForStop() => new();

    /// <summary>The host stops at these signals, and at no others.</summary>
    public static IServiceCollection AddStopSignals(this IServiceCollection services, StopSignals signals) =>
        services.AddSingleton(signals).AddSingleton<IHostLifetime, SignalLifetime>();

    /// <summary>Before the other modules: what is registered first is told of the stop last.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddShutdown().AddScaling();
        services.AddOptions<HealthOptions>().BindConfiguration("Health");
        services.AddSingleton(new SettingsSection("Health", typeof(HealthOptions)));
        foreach (var rule in LogRules.All)
            services.AddSingleton(rule);
        services.TryAddSingleton<LogLevels>();
        services.TryAddSingleton<SecretWords>();
        services.AddSingleton<ISecretListener>(provider => provider.GetRequiredService<SecretWords>());
        services.AddSingleton<DistributedContextPropagator, TraceHeaders>();
        return services
            .AddSingleton<IHealthCheck, DatabaseCheck>()
            .AddSingleton<IHealthCheck, RedisCheck>()
            .AddSingleton<IHealthCheck, AgentsCheck>()
            .AddSingleton<FilesystemCheck>()
            .AddSingleton<HealthReporter>()
            .AddMetricsOfTheHost();
    }

    /// <summary>Spans go to a collector, if one is configured.</summary>
    public static IServiceCollection AddTracing(this IServiceCollection services, IConfiguration configuration) =>
        TracingSetup.Add(services, configuration);

    /// <summary>Counts and times every request; put it first, before the handling of exceptions.</summary>
    public static IApplicationBuilder UseRequestMetrics(this IApplicationBuilder app) => app.UseMiddleware<RequestMetrics>();

    /// <summary>Gives every request its ids, and refuses it while the host drains; put it before whatever answers.</summary>
    public static IApplicationBuilder UseOperations(this IApplicationBuilder app) =>
        app.UseMiddleware<RequestIds>().UseMiddleware<RequestGate>();

    /// <returns>Whether every phase of the stop went well; null when the host has not stopped.</returns>
    public static bool? StoppedWell(this IServiceProvider services) => services.GetRequiredService<ShutdownSequence>().Succeeded;

    /// <summary>The process is ended when its stop takes too long, until what this returns is disposed of: the very last thing.</summary>
    public static IDisposable GuardStop(this IServiceProvider services) => new StopGuard(services.GetRequiredService<ForcedExit>());

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder app)
    {
        HealthRoutes.Map(app);
        MetricsRoutes.Map(app);
        LogLevelRoutes.Map(app);
        ErrorRoutes.Map(app);
        return app;
    }
}
