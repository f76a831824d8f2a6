using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Api;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents;

/// <summary>Plugins: finding, loading and calling agents.</summary>
public static class AgentsModule
{
    /// <summary>Its hosted service loads the plugins, so add it before whatever does stages.</summary>
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.AddOptions<PluginsOptions>().BindConfiguration("Plugins");
        services.AddSingleton(new SettingsSection("Plugins", typeof(PluginsOptions)));
        return services
            .AddSingleton<PluginDiscovery>()
            .AddSingleton<PluginActivator>()
            .AddSingleton<AgentCatalog>()
            .AddSingleton<IAgentCatalog>(provider => provider.GetRequiredService<AgentCatalog>())
            .AddSingleton<IAgentInvoker, AgentInvoker>()
            .AddHostedService(provider => provider.GetRequiredService<AgentCatalog>());
    }

    public static IEndpointRouteBuilder MapAgents(this IEndpointRouteBuilder app)
    {
        AgentRoutes.Map(app);
        return app;
    }
}
