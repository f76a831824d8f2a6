using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Registry.Serving;
using Monolith.Agents.Registry.Store;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Begins comparisons in the background, one at a time on a host, and ends them.</summary>
internal sealed class ShadowDesk(ShadowTable table, PackageTable packages, ShadowRun run, TimeProvider time, ILogger<ShadowDesk> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    /// <param name="order">What is compared.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="cancellationToken">Gives it up before it has begun.</param>
    public async Task<Result<Shadow>> BeginAsync(ShadowOrder order, string by, CancellationToken cancellationToken)
    {
        if (await packages.FindAsync(order.Plugin, order.ContentHash, cancellationToken) is null)
            return PackageFetch.None(order.Plugin, order.ContentHash);
        if (!one.Wait(TimeSpan.Zero, CancellationToken.None))
            return new Problem(ErrorCodes.Conflict, "A comparison is under way on this host. Wait until it is over, or cancel it.");
        var shadow = new Shadow(Guid.CreateVersion7(), order.Plugin, order.ContentHash, by, time.GetUtcNow());
        try
        {
            await table.AddAsync(shadow, cancellationToken);
        }
        catch
        {
            one.Release();
            throw;
        }

        running[shadow.Id] = Task.Run(() => RunAsync(shadow, order), CancellationToken.None);
        return shadow;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        stopping.Dispose();
        one.Dispose();
    }

    private async Task RunAsync(Shadow shadow, ShadowOrder order)
    {
        try
        {
            using var limit = new CancellationTokenSource(Shadow.Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping.Token);
            var report = await run.DoAsync(shadow.Id, order, either.Token);
            var status = report.Fault is null ? ShadowStatus.Finished : ShadowStatus.Failed;
            if (await table.EndAsync(shadow.Id, status, report, time.GetUtcNow(), CancellationToken.None))
                logger.LogInformation(
                    "Plugin {Plugin}: recorded runs were done again with the version with the content hash {ContentHash}: {Same} the same, {Different} different, {NotCompared} not compared",
                    shadow.Plugin, shadow.ContentHash, report.Same, report.Different, report.NotCompared);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The comparison of plugin {Plugin} broke", shadow.Plugin);
        }
        finally
        {
            running.TryRemove(shadow.Id, out _);
            one.Release();
        }
    }
}

/// <summary>What is to be compared.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">The version that is looked at.</param>
/// <param name="Since">Of runs that ended then or later.</param>
/// <param name="AtMost">How many attempts.</param>
internal sealed record ShadowOrder(string Plugin, string ContentHash, DateTimeOffset Since, int AtMost);
