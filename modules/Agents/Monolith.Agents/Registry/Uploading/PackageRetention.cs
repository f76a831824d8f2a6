using Microsoft.Extensions.Options;
using Monolith.Agents.Contracts;
using Monolith.Agents.Registry.Store;

namespace Monolith.Agents.Registry.Uploading;

/// <summary>Which versions are in use; and keeps of the others the newest.</summary>
internal sealed class PackageRetention(PackageTable packages, StateTable states, IPinnedPlugins pinned, IOptions<PluginsOptions> options)
{
    /// <summary>Takes away versions of the plugin beyond <c>Plugins:KeepPackages</c> that nothing uses.</summary>
    public async Task SweepAsync(Package newest, CancellationToken cancellationToken)
    {
        var old = (await packages.ListAsync(newest.Plugin, cancellationToken)).Where(package => package.ContentHash != newest.ContentHash).Skip(options.Value.KeepPackages - 1).ToList();
        if (old.Count == 0)
            return;
        var state = await states.FindAsync(newest.Plugin, cancellationToken);
        var runs = await pinned.OfUnfinishedRunsAsync(cancellationToken);
        foreach (var package in old.Where(package => !state.Uses(package.ContentHash) && !runs.Contains(package.ContentHash)))
            await packages.DeleteAsync(package.Plugin, package.ContentHash, cancellationToken);
    }

    /// <returns>Whether runs that are not over were started with the version.</returns>
    public async Task<bool> IsPinnedByRunsAsync(string contentHash, CancellationToken cancellationToken) =>
        (await pinned.OfUnfinishedRunsAsync(cancellationToken)).Contains(contentHash);
}
