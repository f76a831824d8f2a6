using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Hooks;
using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Hooks.Repositories;
using Monolith.Triggers.Hooks.Sources;
using Monolith.Triggers.Notifications;
using Monolith.Triggers.Notifications.Commits;
using Monolith.Triggers.Notifications.Mail;
using Monolith.Triggers.Notifications.Sending;
using Monolith.Triggers.Notifications.Webhooks;
using Monolith.Triggers.Schedules;
using Monolith.Triggers.Schedules.Api;

namespace Monolith.Triggers;

/// <summary>What goes between the host and the world outside without anybody asking: what starts runs, and notifications.</summary>
public static class TriggersModule
{
    private const string Section = "Notifications";

    public static IServiceCollection AddTriggers(this IServiceCollection services)
    {
        services.AddOptions<NotificationsOptions>().BindConfiguration(Section);
        services.AddSingleton(new SettingsSection(Section, typeof(NotificationsOptions)));
        services.AddSingleton(new SettingsSection($"{Section}:Smtp", typeof(SmtpOptions)));
        services.AddOptions<ForgesOptions>().BindConfiguration("Forges");
        services.AddSingleton(new SettingsSection("Forges", typeof(ForgesOptions)));
        services.AddSingleton(new SettingRule($"{Section}:Secrets", WebhookSecret.FaultOf));
        services.AddWebhookClient();
        services.AddHooks();
        services.AddSchedules();
        return services
            .AddSingleton<INotificationChannel, WebhookChannel>()
            .AddSingleton<INotificationChannel, MailChannel>()
            .AddSingleton<CommitState>()
            .AddSingleton<CommitStatuses>()
            .AddSingleton<INotificationChannel, CommitStatusChannel>()
            .AddSingleton<NotificationSender>()
            .AddSingleton<NotificationService>()
            .AddHostedService(provider => provider.GetRequiredService<NotificationService>())
            .AddSingleton<IShutdownStep, StopNotifications>();
    }

    public static IEndpointRouteBuilder MapTriggers(this IEndpointRouteBuilder app)
    {
        HookRoutes.Map(app);
        ScheduleRoutes.Map(app);
        return app;
    }

    private static void AddHooks(this IServiceCollection services)
    {
        services.ConfigureMarten(TriggersSchema.Add);
        services
            .AddSingleton(provider => new TriggersSchema(provider.GetRequiredService<IDocumentStore>().Options.DatabaseSchemaName))
            .AddSingleton<IHookSource, GitHubSource>()
            .AddSingleton<IHookSource, GitLabSource>()
            .AddSingleton<IHookSource, GenericSource>()
            .AddSingleton<ReceiveHook>()
            .AddSingleton<DeliveryTable>()
            .AddSingleton<DeliveryBell>()
            .AddSingleton<ForgeReader>()
            .AddSingleton<FolderReader>()
            .AddSingleton<RepositoryRuns>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryService>()
            .AddHostedService(provider => provider.GetRequiredService<DeliveryService>())
            .AddSingleton<IShutdownStep, StopTriggers>();
    }

    private static void AddSchedules(this IServiceCollection services) => services
        .AddSingleton<ScheduleTable>()
        .AddSingleton<ScheduleWork>()
        .AddSingleton<IScheduleWork>(provider => provider.GetRequiredService<ScheduleWork>())
        .AddSingleton<ScheduleDesk>()
        .AddSingleton<ScheduleService>()
        .AddHostedService(provider => provider.GetRequiredService<ScheduleService>());

    /// <summary>What webhooks are sent with; breaker, limits and time limit of each host stand before it: <see cref="Resilience.Contracts.Outgoing.IOutgoing"/>.</summary>
    private static void AddWebhookClient(this IServiceCollection services) => services
        .AddHttpClient(WebhookChannel.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => WebhookHandler.Create(
            provider.GetRequiredService<IOptions<NotificationsOptions>>().Value, provider.GetRequiredService<IHostEnvironment>().IsDevelopment()))
        // They would write whole addresses, and an address may hold a token.
        .RemoveAllLoggers();
}
