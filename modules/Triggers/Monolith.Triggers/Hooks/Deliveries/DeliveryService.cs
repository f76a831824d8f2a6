using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Triggers.Hooks.Deliveries;

/// <summary>Starts what was kept and not started: what is read at its forge first, and what a host left that died or had too much to do.</summary>
internal sealed partial class DeliveryService(DeliveryTable table, DeliveryDesk desk, DeliveryBell bell, TimeProvider time, ILogger<DeliveryService> log) : BackgroundService
{
    private const int AtMost = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    /// <summary>Longer than any sender tries again, and than a person looks back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>How many were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await table.TakeDueAsync(now, now + DeliveryDesk.Lease, AtMost, cancellationToken);
        // Side by side: a forge that answers late holds nobody else up.
        await Task.WhenAll(due.Select(delivery => desk.StartAsync(delivery, cancellationToken)));
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweptAt = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await LookAsync(stoppingToken) == AtMost)
                {
                }

                if (time.GetElapsedTime(sweptAt) >= BetweenSweeps)
                {
                    await table.DeleteOldAsync(time.GetUtcNow() - Kept, stoppingToken);
                    sweptAt = time.GetTimestamp();
                }
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotLooked(log, broken.Message.ReplaceLineEndings(" "));
            }

            await bell.WaitAsync(Pause, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Deliveries cannot be looked for: {Reason}")]
        public static partial void NotLooked(ILogger log, string reason);
    }
}
