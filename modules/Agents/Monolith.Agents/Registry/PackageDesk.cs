using Monolith.Agents.Catalog;
using Monolith.Agents.Registry.Serving;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry;

/// <summary>Changes what all hosts serve. A version is loaded once before it is to serve, so what cannot be loaded here changes nothing.</summary>
internal sealed class PackageDesk(
    PackageTable packages, StateTable states, PackageFetch fetch, PackageCheck check, PackageRetention retention, ShadowTable shadows, AgentCatalog catalog, RegistrySync sync, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>A version that was uploaded serves, unless the plugin is pinned or it is not to; older ones go that nobody needs.</summary>
    public async Task<Result<PluginState>> AdoptAsync(Package package, bool serves, string by, CancellationToken cancellationToken)
    {
        var state = serves
            ? await ChangeAsync(package.Plugin, state => state.IsPinned ? state : state.Serve(package.ContentHash), by, cancellationToken)
            : await states.FindAsync(package.Plugin, cancellationToken);
        await retention.SweepAsync(package, cancellationToken);
        return state;
    }

    /// <param name="choice">Which version, and what must be known of it.</param>
    /// <param name="isPinned">Whether uploads leave it alone from now on.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Result<PluginState>> ServeAsync(VersionChoice choice, bool isPinned, string by, CancellationToken cancellationToken)
    {
        if (choice.MustBeSame && await shadows.IsSameAsync(choice.Plugin, choice.ContentHash, cancellationToken) is not true)
            return new Problem(ErrorCodes.Conflict, $"No comparison of {choice.ContentHash} with recorded runs came out the same: POST …/{choice.Plugin}/shadow/{choice.ContentHash} makes one, GET …/{choice.Plugin}/shadows lists them.", "require");
        if (await FaultOfAsync(choice.Plugin, choice.ContentHash, cancellationToken) is { } fault)
            return fault;
        return await ChangeAsync(
            choice.Plugin,
            state => isPinned ? state.Pin(choice.ContentHash)
                : state.IsPinned && state.Serving != choice.ContentHash ? Pinned(state)
                : state.Serve(choice.ContentHash),
            by,
            cancellationToken);
    }

    public Task<Result<PluginState>> UnpinAsync(string plugin, string by, CancellationToken cancellationToken) =>
        ChangeKnownAsync(plugin, state => state with { IsPinned = false }, by, cancellationToken);

    public Task<Result<PluginState>> EnableAsync(string plugin, bool isEnabled, string by, CancellationToken cancellationToken) =>
        ChangeKnownAsync(plugin, state => state with { IsEnabled = isEnabled }, by, cancellationToken);

    public async Task<Result<PluginState>> RollBackAsync(string plugin, string by, CancellationToken cancellationToken)
    {
        var state = await states.FindAsync(plugin, cancellationToken);
        if (state is { Version: > 0, IsPinned: false, Previous: { } previous } && await FaultOfAsync(plugin, previous, cancellationToken) is { } fault)
            return fault;
        return await ChangeKnownAsync(plugin, now => now.RollBack(), by, cancellationToken);
    }

    /// <returns>Null when it is gone.</returns>
    public async Task<Problem?> DeleteAsync(string plugin, string contentHash, string by, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(plugin, contentHash, cancellationToken) is null)
            return PackageFetch.None(plugin, contentHash);
        var state = await states.FindAsync(plugin, cancellationToken);
        if (state.Serving == contentHash && state.IsEnabled)
            return new Problem(ErrorCodes.Conflict, $"The version {contentHash} of '{plugin}' serves. Serve another one first, or disable the plugin.");
        if (await retention.IsPinnedByRunsAsync(contentHash, cancellationToken))
            return new Problem(ErrorCodes.Conflict, $"Runs that are not over were started with the version {contentHash} of '{plugin}'. Wait until they are, or cancel them.");
        if (state.Uses(contentHash))
            await ChangeAsync(plugin, now => now.Forget(contentHash), by, cancellationToken);
        await packages.DeleteAsync(plugin, contentHash, cancellationToken);
        return null;
    }

    private async Task<Problem?> FaultOfAsync(string plugin, string contentHash, CancellationToken cancellationToken)
    {
        var looked = await fetch.UseAsync(plugin, contentHash, source => check.LoadAsync(source, cancellationToken), cancellationToken);
        return looked.IsSuccess ? null : looked.Problems[0];
    }

    private async Task<Result<PluginState>> ChangeKnownAsync(string plugin, Func<PluginState, Result<PluginState>> change, string by, CancellationToken cancellationToken) =>
        (await states.FindAsync(plugin, cancellationToken)).Version > 0
        || catalog.List().Any(listing => listing.Plugin == plugin)
        || (await packages.ListAsync(plugin, cancellationToken)).Count > 0
            ? await ChangeAsync(plugin, change, by, cancellationToken)
            : new Problem(ErrorCodes.NotFound, $"There is no plugin '{plugin}'. GET /api/v1/agents/packages lists those of the registry, GET /api/v1/agents all.", "plugin");

    private async Task<Result<PluginState>> ChangeAsync(string plugin, Func<PluginState, Result<PluginState>> change, string by, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await states.FindAsync(plugin, cancellationToken);
            var after = change(before);
            if (!after.IsSuccess || (after.Value == before && before.Version > 0))
                return after;
            if (await states.SaveAsync(after.Value with { ChangedBy = by, ChangedAt = time.GetUtcNow() }, cancellationToken) is not { } saved)
                continue;
            await sync.ApplyAsync(cancellationToken);
            return saved;
        }

        return new Problem(ErrorCodes.Conflict, $"Others change '{plugin}' at the same time. Look at it and try again.");
    }

    private static Problem Pinned(PluginState state) =>
        new(ErrorCodes.Conflict, $"'{state.Plugin}' is pinned to {state.Serving}. Unpin it first, or pin the other version.");
}

/// <summary>A version that is to serve.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">The version.</param>
/// <param name="MustBeSame">Whether a comparison with recorded runs must have come out the same.</param>
internal sealed record VersionChoice(string Plugin, string ContentHash, bool MustBeSame);
