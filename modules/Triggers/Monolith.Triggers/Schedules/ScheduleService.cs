using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Schedules;

/// <summary>Looks at the schedules often enough for times to be kept to the second or so, whatever becomes of the scheduler's jobs.</summary>
internal sealed partial class ScheduleService(IScheduleWork work, TimeProvider time, ILogger<ScheduleService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.RunDueAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotLooked(log, broken.Message.ReplaceLineEndings(" "));
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Schedules cannot be looked at: {Reason}")]
        public static partial void NotLooked(ILogger log, string reason);
    }
}
