using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Loading;

/// <summary>Loads every plugin when the host starts and knows what became of each. A broken one leaves the others be.</summary>
internal sealed class AgentCatalog(PluginDiscovery discovery, PluginActivator activator, ILogger<AgentCatalog> log)
    : IAgentCatalog, IHostedService, IDisposable
{
    private readonly List<LoadedPlugin> plugins = [];
    private IReadOnlyList<AgentListing> listings = [];
    private FrozenDictionary<string, (AgentListing Listing, IAgent Agent)> serving =
        FrozenDictionary<string, (AgentListing Listing, IAgent Agent)>.Empty;

    public IReadOnlyList<AgentListing> List() => listings;

    public AgentListing? Find(string agent) => serving.TryGetValue(agent, out var found) ? found.Listing : null;

    /// <returns>The instance that serves under the name, or null.</returns>
    public IAgent? Instance(string agent) => serving.TryGetValue(agent, out var found) ? found.Agent : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<string, (AgentListing Listing, IAgent Agent)>();
        var all = discovery.Find().SelectMany(folder => Load(folder, loaded)).ToList();
        listings = [.. all.OrderBy(listing => listing.Name, StringComparer.Ordinal)];
        serving = loaded.ToFrozenDictionary();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        serving = FrozenDictionary<string, (AgentListing Listing, IAgent Agent)>.Empty;
        plugins.ForEach(plugin => plugin.Dispose());
        plugins.Clear();
    }

    private IEnumerable<AgentListing> Load(PluginFolder folder, Dictionary<string, (AgentListing Listing, IAgent Agent)> loaded)
    {
        var hash = "";
        try
        {
            hash = folder.ContentHash();
            var found = LoadAll(folder, hash, loaded);
            foreach (var (listing, agent) in found)
                loaded[listing.Name] = (listing, agent);
            var names = string.Join(", ", found.Select(f => $"{f.Listing.Name} {f.Listing.Version}"));
            log.LogInformation("Plugin {Plugin} serves {Agents}", folder.Name, names);
            return found.Select(f => f.Listing);
        }
        catch (DuplicateAgentException duplicate)
        {
            return [NotServing(folder, duplicate.Agent, hash, AgentStatus.Duplicate, duplicate.Message)];
        }
        catch (BrokenPluginException broken)
        {
            var status = broken.IsIncompatible ? AgentStatus.Incompatible : AgentStatus.Failed;
            return [NotServing(folder, folder.Name, hash, status, broken.Message)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [NotServing(folder, folder.Name, hash, AgentStatus.Failed, $"The folder cannot be read: {unreadable.Message}")];
        }
    }

    /// <summary>All agents of a plugin, or none.</summary>
    private List<(AgentListing Listing, IAgent Agent)> LoadAll(
        PluginFolder folder, string hash, Dictionary<string, (AgentListing Listing, IAgent Agent)> loaded)
    {
        var assembly = folder.MainAssembly();
        SdkVersions.Check(assembly);
        var plugin = activator.Load(assembly);
        try
        {
            var found = plugin.Agents.Select(agent => (Listing: Describe(agent, folder, hash), agent)).ToList();
            var names = new HashSet<string>();
            foreach (var (listing, _) in found)
            {
                if (loaded.TryGetValue(listing.Name, out var first))
                    throw new DuplicateAgentException(listing.Name, first.Listing.Plugin);
                if (!names.Add(listing.Name))
                    throw new BrokenPluginException($"Two of its agents are called '{listing.Name}'.");
            }

            plugins.Add(plugin);
            return found;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    private static AgentListing Describe(IAgent agent, PluginFolder folder, string hash)
    {
        try
        {
            return DescriptorRules.Listing(agent, folder, hash);
        }
        catch (Exception thrown) when (thrown is not BrokenPluginException)
        {
            throw new BrokenPluginException($"Its descriptor cannot be read: {thrown.GetType().Name}: {thrown.Message}");
        }
    }

    private AgentListing NotServing(PluginFolder folder, string name, string hash, AgentStatus status, string reason)
    {
        log.LogWarning("Plugin {Plugin} does not serve ({Status}): {Reason}", folder.Name, status, reason);
        return new AgentListing(name, "", "", status, reason, folder.Name, hash, []);
    }

    private sealed class DuplicateAgentException(string agent, string first)
        : Exception($"The agent '{agent}' is served by the plugin {first} already. Remove one of the two, or rename the agent.")
    {
        public string Agent { get; } = agent;
    }
}
