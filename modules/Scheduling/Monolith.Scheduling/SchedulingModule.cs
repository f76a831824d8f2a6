using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Scheduling.WakeUps;
using Npgsql;

namespace Monolith.Scheduling;

/// <summary>Hangfire: wake-ups for runs, recurring work, and its dashboard. Jobs are hints; the run engine's store is the truth.</summary>
public static class SchedulingModule
{
    private const string Schema = "hangfire";
    private const long SchemaLock = 0x48_61_6E_67;

    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddOptions<SchedulingOptions>().BindConfiguration("Scheduling");
        services.AddSingleton(new SettingsSection("Scheduling", typeof(SchedulingOptions)));
        services.AddHangfire(Configure);
        services.AddSingleton<JobServer>();
        services.AddHostedService(provider => provider.GetRequiredService<JobServer>());
        services.AddSingleton<IShutdownStep>(provider => provider.GetRequiredService<JobServer>());
        services.AddSingleton<WakeUpQueue>();
        services.AddSingleton<IWakeUps>(provider => provider.GetRequiredService<WakeUpQueue>());
        services.AddHostedService(provider => provider.GetRequiredService<WakeUpQueue>());
        services.AddHostedService<RecurringSchedules>();
        return services.AddHostedService<RecurringWork>();
    }

    /// <summary>Creates or migrates Hangfire's tables. Its own installer lets hosts that start at once run into each other, so they take turns here.</summary>
    public static async Task CreateSchemaAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        await using var turn = new NpgsqlCommand($"select pg_advisory_lock({SchemaLock})", connection);
        await turn.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, Schema);
        }
        finally
        {
            await using var next = new NpgsqlCommand($"select pg_advisory_unlock({SchemaLock})", connection);
            await next.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    public static IEndpointRouteBuilder MapScheduling(this IEndpointRouteBuilder app)
    {
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            DashboardTitle = "Monolith jobs",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 5_000,
            Authorization = [new DashboardFilter()],
        }).RequireRole(AccessRole.Operator).Audited("jobs.change");
        return app;
    }

    private static void Configure(IServiceProvider provider, IGlobalConfiguration hangfire) => hangfire
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
        .UseSimpleAssemblyNameTypeSerializer()
        .UseRecommendedSerializerSettings()
        .UsePostgreSqlStorage(
            storage => storage.UseConnectionFactory(new DataSourceConnections(provider.GetRequiredService<NpgsqlDataSource>())),
            new PostgreSqlStorageOptions
            {
                SchemaName = Schema,
                PrepareSchemaIfNecessary = false,
                // A killed host leaves its locks behind; a job that is done twice changes nothing.
                DistributedLockTimeout = TimeSpan.FromMinutes(1),
                QueuePollInterval = provider.GetRequiredService<IOptions<SchedulingOptions>>().Value.PollInterval,
                EnableLongPolling = true,
            });
}
