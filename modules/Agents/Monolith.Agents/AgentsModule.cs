using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sandbox.Containers;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Kernel;

namespace Monolith.Agents;

/// <summary>Finds, loads and calls agents.</summary>
public static class AgentsModule
{
    /// <summary>
    /// Registers <see cref="IAgentCatalog"/> and <see cref="IAgentInvoker"/>. Needs <see cref="DataFolders"/> registered.
    /// Plugins are loaded in <see cref="IHostedLifecycleService.StartingAsync"/>, before any hosted service starts.
    /// </summary>
    public static IServiceCollection AddAgents(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PluginsOptions>().BindConfiguration("Plugins");
        services.AddSingleton(new SettingsSection("Plugins", typeof(PluginsOptions)));

        services.AddOptions<SandboxOptions>().BindConfiguration("Sandbox");
        services.AddSingleton(new SettingsSection("Sandbox", typeof(SandboxOptions)));
        ContainerSettings.Add(services, configuration);
        services.AddSingleton<SandboxPaths>().AddSingleton<HostProxy>();
        services.AddSingleton<BubblewrapProbe>().AddSingleton<ISandbox, Bubblewrap>();
        services.AddSingleton<ContainerProbe>().AddSingleton<ContainerNetworks>().AddSingleton<ISandbox, Container>();
        services.AddSingleton<ProgramSandbox>().AddHostedService<SandboxStartup>();

        services.AddSingleton<PluginReader>();
        services.AddSingleton<AgentCatalog>();
        services.AddSingleton<IAgentCatalog>(provider => provider.GetRequiredService<AgentCatalog>());
        services.AddSingleton<IAgentInvoker, AgentInvoker>();
        services.AddHostedService<PluginStartup>();
        return services;
    }

    /// <summary>Maps <c>/api/v1/agents</c>.</summary>
    public static IEndpointRouteBuilder MapAgents(this IEndpointRouteBuilder routes)
    {
        AgentEndpoints.Map(routes);
        return routes;
    }
}
