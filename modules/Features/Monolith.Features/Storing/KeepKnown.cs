using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Features.Storing;

/// <summary>Reads the settings before the host serves, and again and again until the host stops, before its database is closed.</summary>
internal sealed partial class KeepKnown(KnownSettings known, TimeProvider time, ILogger<KeepKnown> log) : BackgroundService, IShutdownStep
{
    /// <summary>With a reading's time limit it is less than the 5 s within which hosts agree.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private bool isBehind;

    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "feature flags";

    public Task RunAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ReadAsync(stoppingToken);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            foreach (var name in await known.ReadAsync(either.Token))
                Log.Changed(log, name, FeatureSetting.InWords(known.Find(name)));
            if (isBehind)
                Log.Again(log);
            isBehind = false;
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            if (!isBehind)
                Log.Behind(log, fault.Message);
            isBehind = true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Feature flags cannot be read, so they stay as they were last known: {Reason}")]
        public static partial void Behind(ILogger log, string reason);

        [LoggerMessage(3, LogLevel.Information, "Feature {Name}: {Setting}")]
        public static partial void Changed(ILogger log, string name, string setting);

        [LoggerMessage(2, LogLevel.Information, "Feature flags are read again")]
        public static partial void Again(ILogger log);
    }
}
