using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Agreement;

internal sealed class PluginVersions(AgentCatalog catalog, PluginSwaps swaps, PluginCopies copies, HostPlugins hosts) : IPluginVersions
{
    public bool IsHere(string contentHash) => catalog.Has(contentHash) || copies.Has(contentHash);

    public async ValueTask<VersionPlace> FindAsync(string agent, string contentHash, CancellationToken cancellationToken)
    {
        if (catalog.Version(agent, contentHash) is not null || await swaps.ReviveAsync(agent, contentHash) is not null)
            return VersionPlace.Here;
        var others = await hosts.OfOthersAsync(cancellationToken);
        return others.Contains(contentHash) ? VersionPlace.Elsewhere : VersionPlace.Nowhere;
    }

    public async ValueTask<IReadOnlyList<string>> ElsewhereAsync(CancellationToken cancellationToken)
    {
        var others = await hosts.OfOthersAsync(cancellationToken);
        return [.. others.Where(contentHash => !IsHere(contentHash))];
    }

    /// <returns>All versions of which this host can do stages.</returns>
    public string[] Here() =>
        [.. catalog.All().Select(plugin => plugin.ContentHash).Concat(copies.All().Select(copy => copy.ContentHash)).Distinct(StringComparer.Ordinal)];
}
