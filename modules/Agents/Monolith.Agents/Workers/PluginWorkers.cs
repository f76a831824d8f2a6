using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Workers.Calls;
using Monolith.Agents.Workers.Life;
using Monolith.Kernel;

namespace Monolith.Agents.Workers;

/// <summary>Loads the plugins that run in processes of their own.</summary>
internal sealed class PluginWorkers(IOptions<PluginsOptions> options, AgentNetwork network, TimeProvider time, ILogger<PluginWorkers> logger)
{
    /// <summary>Whether the plugin is not to be loaded into the host.</summary>
    public bool Takes(string plugin, PluginManifest manifest) =>
        manifest.Command.Count > 0 || (options.Value.IsolationOf.TryGetValue(plugin, out var said)
            ? said == PluginIsolation.Process
            : options.Value.Isolation == PluginIsolation.Process || manifest.Isolation == PluginIsolation.Process);

    public async Task<Result<LoadedPlugin>> LoadAsync(PluginFolder folder, PluginManifest manifest, string contentHash, string? publisher)
    {
        var hello = new WorkerHello(folder.Name, folder.Path, network.AllowsPrivate, network.AllowedNetworks);
        var launch = new WorkerLaunch(folder, manifest, WorkerLimits.Of(options.Value.Worker, manifest), hello);
        var limit = TimeSpan.FromSeconds(options.Value.LoadTimeoutSeconds);
        var plugin = new WorkerPlugin(folder.Name, stop => WorkerProcess.StartAsync(launch, limit, time, logger, stop), time, logger);
        var loaded = false;
        try
        {
            var greeting = await plugin.BeginAsync();
            var agents = greeting.Problem is { } refused ? refused : Agents(greeting, plugin, folder, contentHash, publisher);
            loaded = agents.IsSuccess;
            return loaded ? LoadedPlugin.Of(agents.Value, plugin, context: null, folder, contentHash) : agents.Problems[0];
        }
        catch (WorkerException fault)
        {
            return LoadFault.Failed(fault.Message);
        }
        finally
        {
            if (!loaded)
                await plugin.DisposeAsync();
        }
    }

    private static Result<List<LoadedAgent>> Agents(WorkerGreeting greeting, WorkerPlugin plugin, PluginFolder folder, string contentHash, string? publisher)
    {
        if (greeting.Agents.Count == 0)
            return LoadFault.Failed("It serves no agent.");
        if (greeting.Agents.GroupBy(agent => agent.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return LoadFault.Failed($"Two agents call themselves '{twice.Key}'. Give each its own name.");

        var agents = new List<LoadedAgent>();
        foreach (var descriptor in greeting.Agents)
        {
            var listing = DescriptorCheck.Check(descriptor, $"'{descriptor.Name}'", folder.Name, contentHash);
            if (!listing.IsSuccess)
                return listing.Problems[0];
            agents.Add(new LoadedAgent(new WorkerAgent(descriptor, plugin), listing.Value with { Publisher = publisher }) { Folder = folder.Path });
        }

        return agents;
    }
}
