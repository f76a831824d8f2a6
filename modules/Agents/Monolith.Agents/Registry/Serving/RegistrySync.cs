using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;

namespace Monolith.Agents.Registry.Serving;

/// <summary>Brings this host to what the registry says: when it starts, before any work, and within 2 s of every change from then on.</summary>
internal sealed class RegistrySync(StateTable states, RegistryServing serving, ServingNotes notes, PackageInbox inbox, TimeProvider time, ILogger<RegistrySync> logger)
    : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim one = new(1);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        inbox.Clear();
        return TryAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => notes.LeaveAsync(cancellationToken);

    /// <summary>Brings the host to what is said now.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var said = await states.ListAsync(cancellationToken);
            foreach (var state in said)
                await serving.ApplyAsync(state, cancellationToken);
            await serving.PrefetchAsync(said, cancellationToken);
            await notes.TellAsync(said, cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("What the registry says of plugins cannot be followed until the next try: {Fault}", fault.Message);
        }
    }
}
