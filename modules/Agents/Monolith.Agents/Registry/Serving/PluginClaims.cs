using System.Collections.Concurrent;

namespace Monolith.Agents.Registry.Serving;

/// <summary>The plugins about which the registry decides: a folder of that name is left alone.</summary>
internal sealed class PluginClaims
{
    private readonly ConcurrentDictionary<string, bool> claimed = new(StringComparer.Ordinal);

    public bool Has(string plugin) => claimed.ContainsKey(plugin);

    public void Add(string plugin) => claimed[plugin] = true;

    /// <returns>Whether it was claimed.</returns>
    public bool Remove(string plugin) => claimed.TryRemove(plugin, out _);
}
