using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Monolith.Agents.Agreement;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Invocation;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Registry.Serving;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sandbox.Containers;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Trust;
using Monolith.Agents.Workers;
using Monolith.Agents.Workers.Life;
using Monolith.Kernel;

namespace Monolith.Agents;

/// <summary>Finds, loads and calls agents.</summary>
public static partial class AgentsModule
{
    /// <summary>
    /// Registers <see cref="IAgentCatalog"/> and <see cref="IAgentInvoker"/>. Needs <see cref="DataFolders"/> registered.
    /// Plugins are loaded in <see cref="IHostedLifecycleService.StartingAsync"/>, before any hosted service starts, and followed from then on.
    /// </summary>
    public static IServiceCollection AddAgents(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => HostIdentity.Create());
        services.AddOptions<PluginsOptions>().BindConfiguration("Plugins");
        services.AddSingleton(new SettingsSection("Plugins", typeof(PluginsOptions)));

        services.AddOptions<SandboxOptions>().BindConfiguration("Sandbox");
        services.AddSingleton(new SettingsSection("Sandbox", typeof(SandboxOptions)));
        ContainerSettings.Add(services, configuration);
        services.AddSingleton<SandboxPaths>().AddSingleton<HostProxy>();
        services.AddSingleton<BubblewrapProbe>().AddSingleton<ISandbox, Bubblewrap>();
        services.AddSingleton<ContainerProbe>().AddSingleton<ContainerNetworks>().AddSingleton<ISandbox, Container>();
        services.AddSingleton<ProgramSandbox>().AddHostedService<SandboxStartup>();

        services.AddOptions<AgentsOptions>().BindConfiguration(AgentNetwork.Section);
        services.AddSingleton(new SettingsSection(AgentNetwork.Section, typeof(AgentsOptions)));
        services.AddSingleton(new SettingRule($"{AgentNetwork.Section}:AllowedNetworks", AllowedNetwork.Fault));
        services.AddSingleton<AgentNetwork>();

        services.AddSingleton(new SettingRule("Plugins:Publishers", PublisherKey.SettingFault));
        services.AddSingleton<PluginClaims>();
        services.AddSingleton<PluginCopies>().AddSingleton<PluginTrust>().AddSingleton<PluginWorkers>().AddSingleton<PluginReader>();
        services.AddSingleton<AgentCatalog>().AddSingleton<PluginAudit>().AddSingleton<PluginSwaps>().AddSingleton<PluginPlaces>();
        services.AddSingleton<HostPlugins>().AddSingleton<PluginVersions>();
        services.AddSingleton<IPluginVersions>(provider => provider.GetRequiredService<PluginVersions>());
        services.ConfigureMarten(AgentsSchema.Add);
        services.AddSingleton<IAgentCatalog>(provider => provider.GetRequiredService<AgentCatalog>());
        services.AddSingleton<IAgentInvoker, AgentInvoker>();
        services.AddHostedService<WorkerSweep>();
        services.AddHostedService<PluginStartup>().AddHostedService<PluginWatch>().AddHostedService<PluginKeeping>();
        return services;
    }

    /// <summary>Maps <c>/api/v1/agents</c>.</summary>
    public static IEndpointRouteBuilder MapAgents(this IEndpointRouteBuilder routes)
    {
        AgentEndpoints.Map(routes);
        return routes;
    }

    /// <summary>Writes a new private key into a file that only its user can read, and the public one beside it.</summary>
    /// <param name="file">Must not be there yet, nor <c>FILE.pub</c>.</param>
    /// <returns>The path of the public key.</returns>
    public static Result<string> MakePublisherKey(string file) => PluginSigning.MakeKey(file);

    /// <summary>Signs all files of a plugin's folder; the signature is put among them.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="keyFile">A private key as PEM.</param>
    /// <param name="publisher">The name by which hosts know the key: letters, digits, dots and hyphens, at most 64.</param>
    /// <returns>The content hash that was signed, lower-case hex.</returns>
    public static Result<string> SignPlugin(string folder, string keyFile, string publisher) => PluginSigning.Sign(folder, keyFile, publisher);

    /// <summary>Says whether a plugin's files are those that were signed.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="keyFile">The publisher's public key as PEM; null to leave open who signed.</param>
    /// <param name="output">Gets one line with the answer.</param>
    /// <param name="error">Gets one line when there is none.</param>
    /// <returns>0 when they are, 1 when not, 2 when the folder or key cannot be read.</returns>
    public static int VerifyPlugin(string folder, string? keyFile, TextWriter output, TextWriter error) =>
        PluginVerification.Run(folder, keyFile, output, error);
}
