using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Live.Notices;
using Monolith.Live.Streaming;
using Monolith.Pipelines.Contracts;
using StackExchange.Redis;

namespace Monolith.Live;

/// <summary>Run events to people, as they are committed, on whichever host.</summary>
public static class LiveModule
{
    /// <summary>With <c>ConnectionStrings:Redis</c> notices go to every host; without it they stay in this one.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StreamOptions>().BindConfiguration("Live");
        services.AddSingleton(new SettingsSection("Live", typeof(StreamOptions)));
        services.AddSingleton<OpenStreams>().AddSingleton<RunEventStream>().AddSingleton<RunFeed>().AddSingleton<IShutdownStep, CloseStreams>();
        services.AddSingleton(new SettingRule("ConnectionStrings:Redis", RedisConnection.Fault));
        services.AddSingleton(provider => new HostGauge(
            "monolith_live_subscribers",
            "Clients that follow a run's events live on this host.",
            () => provider.GetRequiredService<OpenStreams>().Count));
        if (configuration.GetConnectionString("Redis") is not { Length: > 0 } redis)
            return services.AddSingleton<IRunNotices, LocalNotices>();

        services.AddSingleton<IConnectionMultiplexer>(_ => RedisConnection.Open(redis));
        services.AddSingleton<IShutdownStep, CloseRedis>();
        services.AddSingleton<LocalNotices>();
        services.AddSingleton<RedisNotices>();
        services.AddSingleton<IRunNotices>(provider => provider.GetRequiredService<RedisNotices>());
        return services.AddHostedService(provider => provider.GetRequiredService<RedisNotices>());
    }

    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder app)
    {
        RunEventsEndpoint.Map(app);
        RunChangesEndpoint.Map(app);
        StageLogEndpoint.Map(app);
        return app;
    }
}
