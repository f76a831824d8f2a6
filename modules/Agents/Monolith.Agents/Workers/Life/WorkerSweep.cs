using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Agents.Workers.Life;

/// <summary>Ends the workers of a host that died on this data folder. They end by themselves when their host is gone, if their plugin lets them.</summary>
internal sealed class WorkerSweep(DataFolders folders, TimeProvider time, ILogger<WorkerSweep> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var mark in WorkerMarks.Orphans(Path.GetFullPath(folders.LoadedPlugins)))
        {
            if (await WorkerMarks.KillAsync(mark, time) is > 0 and var left)
                logger.LogWarning("{Count} processes of a worker whose host died could not be killed", left);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
