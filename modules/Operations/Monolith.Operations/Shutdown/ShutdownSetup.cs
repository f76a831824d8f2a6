using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Operations.Shutdown.Requests;

namespace Monolith.Operations.Shutdown;

internal static class ShutdownSetup
{
    public static IServiceCollection AddShutdown(this IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration("Shutdown");
        services.AddSingleton(new SettingsSection("Shutdown", typeof(ShutdownOptions)));
        // The generic host's own patience must not cut the phases short.
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) => host.ShutdownTimeout = shutdown.Value.ForceExit);
        return services
            .AddSingleton<EndProcess>(Environment.Exit)
            .AddSingleton<ForcedExit>()
            .AddSingleton<ShutdownSequence>()
            .AddHostedService<ShutdownService>()
            .AddSingleton<RequestsUnderWay>()
            .AddSingleton<IShutdownStep, DrainRequests>()
            .AddSingleton<IShutdownStep, FlushLogs>();
    }
}
