using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Pipelines.Api;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Engine.Children;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Hosts;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Figures;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Logs;
using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Retention;

namespace Monolith.Pipelines;

/// <summary>Definitions, runs, gates and the run engine.</summary>
public static class PipelinesModule
{
    public static IServiceCollection AddPipelines(this IServiceCollection services) => services
        .AddDefinitions()
        .AddJournal()
        .AddEngine()
        .AddRetention()
        .AddNotifications()
        .AddApi();

    public static IEndpointRouteBuilder MapPipelines(this IEndpointRouteBuilder app)
    {
        PipelineRoutes.MapPipelines(app);
        PipelineRoutes.MapRuns(app);
        return app;
    }

    private static IServiceCollection AddDefinitions(this IServiceCollection services) => services
        .AddSingleton<DefinitionCompiler>()
        .AddSingleton<ParameterValidator>()
        .AddSingleton<DefinitionLibrary>()
        .AddSingleton<PipelineLookup>()
        .AddSingleton<PipelineLibrary>();

    private static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.ConfigureMarten(PipelinesSchema.Add);
        return services
            .AddSingleton(provider => new JournalSchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton(provider => new CommitStatement(provider.GetRequiredService<JournalSchema>().Name))
            .AddSingleton<CommitQueue>()
            .AddSingleton<RunReader>()
            .AddSingleton<RunItemTable>()
            .AddSingleton<IRunHistory, RunHistory>();
    }

    private static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddOptions<EngineOptions>().BindConfiguration("Engine");
        services.AddSingleton(new SettingsSection("Engine", typeof(EngineOptions)));
        return services
            .AddSingleton<WakeTimers>()
            .AddSingleton<Workspaces>()
            .AddSingleton<ArtifactStore>()
            .AddSingleton<ArtifactCollector>()
            .AddSingleton<StageLogTable>()
            .AddSingleton<StageLogs>()
            .AddHostedService(provider => provider.GetRequiredService<StageLogs>())
            .AddSingleton<StageSecrets>()
            .AddSingleton<StageAttempt>()
            .AddSingleton<StageRunner>()
            .AddSingleton<RunFigures>()
            .AddSingleton<FailureLog>()
            .AddSingleton<IRunCensus, RunCensus>()
            .AddSingleton<IRunArrivals, ArrivalTable>()
            .AddSingleton<RunEffects>()
            .AddSingleton<ActiveRunFactory>()
            .AddSingleton<RunEngine>()
            .AddSingleton<RunDrafter>()
            .AddSingleton<RunLauncher>()
            .AddSingleton(provider => new Lazy<RunLauncher>(provider.GetRequiredService<RunLauncher>))
            .AddSingleton<ChildLauncher>()
            .AddSingleton<ChildRuns>()
            .AddSingleton<HostTable>()
            .AddSingleton<WorkTable>()
            .AddSingleton<WorkBell>()
            .AddSingleton<RunDispatcher>()
            .AddSingleton<IRunDispatch>(provider => provider.GetRequiredService<RunDispatcher>())
            .AddSingleton<EngineService>()
            .AddHostedService(provider => provider.GetRequiredService<EngineService>())
            .AddSingleton<IShutdownStep, TakeNoMoreRuns>()
            .AddSingleton<IShutdownStep, InterruptRuns>();
    }

    private static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention");
        services.AddSingleton(new SettingsSection("Retention", typeof(RetentionOptions)));
        return services
            .AddSingleton<ArtifactReferences>()
            .AddSingleton<RunArchive>()
            .AddSingleton<RunRetention>()
            .AddSingleton<IRunRetention>(provider => provider.GetRequiredService<RunRetention>())
            .AddSingleton<KeptFilesSweep>()
            .AddHostedService(provider => provider.GetRequiredService<KeptFilesSweep>());
    }

    private static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NotificationBell>()
        .AddSingleton<INotificationQueue, NotificationQueue>();

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<RequestKeys>()
        .AddSingleton<StartRunReader>()
        .AddSingleton<ForkRun>()
        .AddSingleton<BulkControl>()
        .AddExceptionHandler<JournalFaults>();
}
