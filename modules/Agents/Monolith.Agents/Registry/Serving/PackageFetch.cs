using Monolith.Agents.Discovery;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Serving;

/// <summary>Gets a version onto this host: the copy that it has, else the archive of the registry.</summary>
internal sealed class PackageFetch(PackageTable packages, PackageInbox inbox, PluginCopies copies)
{
    /// <param name="plugin">The plugin's name.</param>
    /// <param name="contentHash">The version.</param>
    /// <param name="use">Takes the files, which go when it ends.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>What <paramref name="use"/> made of them; a problem when there is no such version or it cannot be fetched.</returns>
    public async Task<Result<T>> UseAsync<T>(string plugin, string contentHash, Func<PluginFolder, Task<Result<T>>> use, CancellationToken cancellationToken)
    {
        if (copies.Find(contentHash) is { } copy && copy.Name == plugin)
            return await use(copy);
        if (await packages.FindAsync(plugin, contentHash, cancellationToken) is not { } package)
            return None(plugin, contentHash);
        var received = await inbox.ReceiveAsync((to, token) => packages.ReadArchiveAsync(plugin, contentHash, to, token), cancellationToken);
        if (!received.IsSuccess)
            return received.Problems[0];
        using var archive = received.Value.Named(package.FileName);
        return archive.Sha256 == package.Sha256
            ? await use(new PluginFolder(archive.File) { Name = plugin, IsArchive = true })
            : new Problem(ErrorCodes.DatabaseError, $"The archive of {plugin} {package.Version} in the database is damaged. Delete the version and upload it again.");
    }

    /// <summary>Keeps a copy of a version of the registry, whatever its plugin.</summary>
    /// <returns>The plugin; null when the registry has no such version.</returns>
    public async Task<string?> KeepAsync(string contentHash, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(contentHash, cancellationToken) is not { } package)
            return null;
        var kept = await UseAsync(package.Plugin, contentHash, source => Task.FromResult<Result<bool>>(copies.Copy(source).IsSuccess), cancellationToken);
        return kept is { IsSuccess: true, Value: true } ? package.Plugin : null;
    }

    public static Problem None(string plugin, string contentHash) =>
        new(ErrorCodes.NotFound, $"The registry has no version {contentHash} of a plugin '{plugin}'. GET /api/v1/agents/packages lists them.", "contentHash");
}
