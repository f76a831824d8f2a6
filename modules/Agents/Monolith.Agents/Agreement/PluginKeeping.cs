using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;

namespace Monolith.Agents.Agreement;

/// <summary>
/// Tells other hosts which versions this one has; unloads what no longer serves when the last run that is pinned to it has ended; and takes away
/// copies that nobody needs any more.
/// </summary>
internal sealed class PluginKeeping(
    AgentCatalog catalog,
    PluginSwaps swaps,
    PluginCopies copies,
    PluginVersions versions,
    HostPlugins hosts,
    TimeProvider time,
    ILogger<PluginKeeping> logger,
    IPinnedPlugins? pinned = null) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A run that is about to be started may be pinned to a version that was just replaced.</summary>
    private static readonly TimeSpan CopyKept = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Suspicious = TimeSpan.FromMinutes(10);

    private readonly Dictionary<LoadedPlugin, DateTimeOffset> retired = [];
    private readonly List<(string Plugin, string ContentHash, WeakReference Context, DateTimeOffset Since)> unloaded = [];
    private DateTimeOffset told = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                logger.LogWarning("Versions of plugins are kept as they are until the next try: {Fault}", fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = Due(now);
        var tells = now - told >= SignOfLife;
        if (due.Count == 0 && !tells)
            return;

        var needed = pinned is null ? new HashSet<string>() : await pinned.OfUnfinishedRunsAsync(cancellationToken);
        foreach (var plugin in due.Where(plugin => !needed.Contains(plugin.ContentHash)))
            await RetireAsync(plugin, now);
        if (!tells)
            return;

        SweepCopies(needed, now);
        await hosts.SetAsync(versions.Here(), cancellationToken);
        told = now;
        TellOfLeaks(now);
    }

    /// <returns>Versions that served no new run when this was last asked either.</returns>
    private List<LoadedPlugin> Due(DateTimeOffset now)
    {
        var current = catalog.Retired();
        foreach (var gone in retired.Keys.Where(plugin => !current.Contains(plugin)).ToList())
            retired.Remove(gone);
        var due = current.Where(plugin => retired.TryGetValue(plugin, out var since) && now - since >= Pause).ToList();
        foreach (var plugin in current)
            retired.TryAdd(plugin, now);
        return due;
    }

    private async Task RetireAsync(LoadedPlugin plugin, DateTimeOffset now)
    {
        if (!await swaps.RetireAsync(plugin))
            return;
        retired.Remove(plugin);
        if (plugin.Context is { } context)
            unloaded.Add((plugin.Name, plugin.ContentHash, context, now));
    }

    private void SweepCopies(IReadOnlySet<string> needed, DateTimeOffset now)
    {
        var loaded = catalog.All().Select(plugin => plugin.ContentHash).ToHashSet(StringComparer.Ordinal);
        foreach (var (contentHash, usedAt) in copies.All().ToList())
        {
            if (now - usedAt > CopyKept && !loaded.Contains(contentHash) && !needed.Contains(contentHash))
                copies.Forget(contentHash);
        }
    }

    private void TellOfLeaks(DateTimeOffset now)
    {
        unloaded.RemoveAll(version => !version.Context.IsAlive);
        foreach (var (plugin, contentHash, _, since) in unloaded.Where(version => now - version.Since > Suspicious))
        {
            logger.LogWarning(
                "Plugin {Plugin}: the code of the version with the content hash {ContentHash} is still in memory {Minutes} minutes after it was unloaded. "
                + "Something holds it: reflection-based JSON on its own types, a static event, a thread or timer of its own",
                plugin,
                contentHash,
                (int)(now - since).TotalMinutes);
        }

        unloaded.RemoveAll(version => now - version.Since > Suspicious);
    }
}
