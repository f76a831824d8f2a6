using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Api;
using Monolith.Pipelines.Api.Badges;
using Monolith.Pipelines.Api.DeadLetters;
using Monolith.Pipelines.Api.Evidence;
using Monolith.Pipelines.Api.Items;
using Monolith.Pipelines.Api.People;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Following;
using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Engine.Children;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Engine.Guards;
using Monolith.Pipelines.Engine.Hosts;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Engine.Tracing;
using Monolith.Pipelines.Evidence;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Figures;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Logs;
using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Replaying;
using Monolith.Pipelines.Retention;
using Monolith.Pipelines.Triggers;

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
        .AddTriggers()
        .AddEvidence()
        .AddApi();

    /// <summary>Refuses what would start runs while the host has enough to do; put it before whatever costs.</summary>
    public static IApplicationBuilder UseStartLimit(this IApplicationBuilder app) => StartLimit.UseStartLimit(app);

    public static IEndpointRouteBuilder MapPipelines(this IEndpointRouteBuilder app)
    {
        PipelineRoutes.MapPipelines(app);
        PipelineRoutes.MapSchemas(app);
        PipelineRoutes.MapRuns(app);
        DeadLetterRoutes.Map(app);
        DecisionRoutes.Map(app);
        ClarificationRoutes.Map(app);
        PolicyRoutes.Map(app);
        EvidenceRoutes.Map(app);
        BadgeRoutes.Map(app);
        return app;
    }

    /// <summary>Checks an evidence bundle with nothing but the file, and writes a short report.</summary>
    /// <param name="file">The bundle's path.</param>
    /// <param name="publicKey">The path of the key, as PEM, that it must be signed with; null for the one it holds itself.</param>
    /// <param name="artifacts">A folder with kept files to hold against it; null for none.</param>
    /// <param name="output">The report.</param>
    /// <param name="error">Why there is none.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>0 when it is as it was signed; 1 when not, each faulty line named; 2 when it is no bundle, or a path is wrong.</returns>
    public static Task<int> VerifyEvidenceAsync(
        string file, string? publicKey, string? artifacts, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        VerifyEvidence.RunAsync(file, publicKey, artifacts, output, error, cancellationToken);

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
            .AddSingleton<IRunHistory, RunHistory>()
            .AddSingleton<IRecordedAttempts, RecordedAttempts>();
    }

    private static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddOptions<PolicyOptions>().BindConfiguration("Decisions");
        services.AddSingleton(new SettingsSection("Decisions", typeof(PolicyOptions)));
        services.AddSingleton(new SettingRule("Decisions:PolicyFile", CurrentPolicy.Fault));
        services.AddOptions<EngineOptions>().BindConfiguration("Engine");
        services.AddSingleton(new SettingsSection("Engine", typeof(EngineOptions)));
        return services
            .AddSingleton<IPinnedPlugins, PinnedPlugins>()
            .AddSingleton<WakeTimers>()
            .AddSingleton<Workspaces>()
            .AddSingleton<ArtifactStore>()
            .AddSingleton<ArtifactCollector>()
            .AddSingleton<StageLogTable>()
            .AddSingleton<StageLogs>()
            .AddHostedService(provider => provider.GetRequiredService<StageLogs>())
            .AddSingleton<IStageLogHistory, StageLogHistory>()
            .AddSingleton<IRunRows, RunRows>()
            .AddSingleton<StageSecrets>()
            .AddSingleton<GuardedAgents>()
            .AddSingleton<AgentPlaces>()
            .AddSingleton<CurrentPolicy>()
            .AddSingleton<SubjectOfStage>()
            .AddSingleton<PeopleGuard>()
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
            .AddSingleton<QueueDepth>()
            .AddSingleton<StartGate>()
            .AddSingleton<RefusalPace>()
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

    private static IServiceCollection AddTriggers(this IServiceCollection services) => services
        .AddSingleton<TriggeredStart>()
        .AddSingleton<ITriggeredRuns, TriggeredRuns>()
        .AddSingleton<IPipelineSchedules, PipelineSchedules>();

    private static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<SigningKeys>()
        .AddSingleton<IInstallationSigner, InstallationSigner>()
        .AddSingleton<EvidenceSource>()
        .AddSingleton<EvidenceExport>();

    private static IServiceCollection AddBadges(this IServiceCollection services)
    {
        services.AddOptions<BadgeOptions>().BindConfiguration("Badges");
        services.AddSingleton(new SettingsSection("Badges", typeof(BadgeOptions)));
        services.AddSingleton(new SettingRule("Badges:Public", PublicPipelines.Fault));
        return services.AddSingleton<PublicPipelines>().AddSingleton<BadgeQuery>();
    }

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddBadges()
        .AddSingleton<RequestKeys>()
        .AddSingleton<StartRunReader>()
        .AddSingleton<ForkRun>()
        .AddSingleton<BulkControl>()
        .AddSingleton<ReplayDeadLetter>()
        .AddSingleton<IItemProjects>(provider => ActivatorUtilities.CreateInstance<RunProjects>(provider, ProjectItem.Run))
        .AddSingleton<IItemProjects>(provider => ActivatorUtilities.CreateInstance<RunProjects>(provider, ProjectItem.RunItem))
        .AddExceptionHandler<JournalFaults>();
}
