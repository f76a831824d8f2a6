using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Resilience.Api;
using Monolith.Resilience.Breakers;
using Monolith.Resilience.Contracts.Breakers;
using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Resilience.Outgoing;

namespace Monolith.Resilience;

/// <summary>Breakers, retries and limits before whatever may fail: agents, models, other hosts.</summary>
public static class ResilienceModule
{
    public static IServiceCollection AddResilience(this IServiceCollection services)
    {
        services.AddOptions<BreakersOptions>().BindConfiguration("Breakers");
        services.AddSingleton(new SettingsSection("Breakers", typeof(BreakersOptions)));
        services.AddOptions<OutgoingOptions>().BindConfiguration("Outgoing");
        services.AddSingleton(new SettingsSection("Outgoing", typeof(OutgoingOptions)));
        return services
            .AddSingleton<IBreakers, BreakerRegistry>()
            .AddSingleton<HostPipelines>()
            .AddSingleton<RetryPipelines>()
            .AddSingleton<IOutgoing, OutgoingCalls>();
    }

    public static IEndpointRouteBuilder MapResilience(this IEndpointRouteBuilder app)
    {
        BreakersEndpoint.Map(app);
        return app;
    }
}
