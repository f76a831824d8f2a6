using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Resilience.Contracts.Retries;
using Monolith.Triggers.Hooks.Repositories;
using Monolith.Triggers.Notifications;

namespace Monolith.Triggers.Hooks.Deliveries;

/// <summary>Keeps what came, then starts its runs; what cannot be started now is started later, by whichever host looks first.</summary>
internal sealed partial class DeliveryDesk(
    DeliveryTable table, ITriggeredRuns triggered, RepositoryRuns repositories, DeliveryBell bell, TimeProvider time, ILogger<DeliveryDesk> log)
{
    /// <summary>Whoever keeps it has started its runs by then, or is dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int MostAttempts = 12;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <returns>The delivery as it is now, and whether it came before.</returns>
    /// <exception cref="System.Data.Common.DbException">It could not be kept.</exception>
    public async Task<(HookDelivery Delivery, bool IsRepeated)> AcceptAsync(HookDelivery delivery, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isRead = delivery.What() is { } what && repositories.Find(what) is not null;
        var isNew = await table.AddAsync(delivery, now, isRead ? now : now + Lease, cancellationToken);
        var kept = isNew ? delivery : await table.FindAsync(delivery, cancellationToken) ?? delivery;
        if (isRead)
        {
            // No sender waits for a forge to answer.
            bell.Ring();
            return (kept, !isNew);
        }

        // Kept is kept: whether the sender still listens does not matter from here on. A run is started once, whoever starts it.
        return (kept.Status == HookDelivery.Pending ? await StartAsync(kept, CancellationToken.None) : kept, !isNew);
    }

    public async Task<HookDelivery> StartAsync(HookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            var started = delivery.What() is { } what ? await StartAsync(what, cancellationToken) : new StartedRuns([]);
            if (started.Failure is { } failure)
                return await PutOffAsync(delivery, started.Runs, failure, cancellationToken);
            var after = started.IsBusy ? delivery : delivery with { Status = HookDelivery.Done, Runs = HookDelivery.TextOf(started.Runs) };
            foreach (var run in started.Runs.Where(run => run.Error is not null))
                Log.NoRun(log, delivery.Source, delivery.Id, run.Pipeline.ReplaceLineEndings(" "), run.Error!.ReplaceLineEndings(" "));
            await table.PutAsync(after, started.IsBusy ? time.GetUtcNow() + PauseAfter(delivery.Attempts) : null, cancellationToken);
            return after;
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            return await PutOffAsync(delivery, broken, cancellationToken);
        }
    }

    /// <summary>Stored pipelines first: they do not wait for a forge.</summary>
    private async Task<StartedRuns> StartAsync(TriggerEvent what, CancellationToken cancellationToken)
    {
        if (await triggered.StartAsync(what, cancellationToken) is not { } stored)
            return StartedRuns.Busy;
        if (repositories.Find(what) is not { } connection)
            return new StartedRuns(stored);
        var own = await repositories.StartAsync(connection, what, cancellationToken);
        return own with { Runs = [.. stored, .. own.Runs] };
    }

    private async Task<HookDelivery> PutOffAsync(HookDelivery delivery, IReadOnlyList<TriggeredRun> stored, Delivery failure, CancellationToken cancellationToken)
    {
        var isDead = delivery.Attempts >= MostAttempts;
        Log.NotStarted(log, delivery.Source, delivery.Id, isDead, failure.Fault!);
        IReadOnlyList<TriggeredRun> runs = [.. stored, new TriggeredRun(CommitFolder.Name, RunId: null, failure.Fault)];
        var after = delivery with { Status = isDead ? HookDelivery.Dead : HookDelivery.Pending, Runs = HookDelivery.TextOf(runs) };
        var wish = failure.RetryAfter ?? failure.Until - time.GetUtcNow();
        await table.PutAsync(after, isDead ? null : time.GetUtcNow() + RetryDelay.Later(PauseAfter(delivery.Attempts), wish), cancellationToken);
        return after;
    }

    private static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempts)));

    private async Task<HookDelivery> PutOffAsync(HookDelivery delivery, Exception broken, CancellationToken cancellationToken)
    {
        var isDead = delivery.Attempts >= MostAttempts;
        Log.NotStarted(log, delivery.Source, delivery.Id, isDead, broken.Message.ReplaceLineEndings(" "));
        if (isDead)
            await table.PutAsync(delivery with { Status = HookDelivery.Dead }, dueAt: null, cancellationToken);
        // Otherwise it is due when the lease ends: a store that does not answer takes no other time.
        return isDead ? delivery with { Status = HookDelivery.Dead } : delivery;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The runs of the delivery {Id} of {Source} could not be started; given up: {Dead}. {Reason}")]
        public static partial void NotStarted(ILogger log, string source, string id, bool dead, string reason);

        [LoggerMessage(2, LogLevel.Information, "The delivery {Id} of {Source} started no run of {Pipeline}: {Reason}")]
        public static partial void NoRun(ILogger log, string source, string id, string pipeline, string reason);
    }
}
