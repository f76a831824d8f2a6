using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Agents.Catalog;

/// <summary>
/// Looks at the directories of plugins twice a second. A look costs less than a millisecond for each hundred files, sees renames and network folders
/// too, which notices of the file system do not, and needs none of the few watches that a user has.
/// </summary>
internal sealed class PluginWatch(PluginPlaces places, TimeProvider time, ILogger<PluginWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            _ = LookAsync(stoppingToken);
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await places.LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception fault)
        {
            logger.LogWarning("The plugins' folders were not looked at to the end: {Fault}", fault.Message);
        }
    }
}
