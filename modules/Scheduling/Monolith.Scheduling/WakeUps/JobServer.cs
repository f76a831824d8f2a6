using Hangfire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Scheduling.WakeUps;

/// <summary>Hangfire's server in this host. Hangfire's own hosted service cannot be asked to end before the host's other services do.</summary>
internal sealed class JobServer(
    JobStorage storage, JobActivator activator, HostIdentity host, IOptions<SchedulingOptions> options) : IHostedService, IShutdownStep, IDisposable
{
    private BackgroundJobServer? server;

    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "scheduler";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                Activator = activator,
                ServerName = host.Name,
                WorkerCount = options.Value.Workers,
                SchedulePollingInterval = options.Value.PollInterval,
            },
            storage);
        return Task.CompletedTask;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref server, null) is not { } running)
            return;
        running.SendStop();
        await running.WaitForShutdownAsync(cancellationToken);
        running.Dispose();
    }

    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public void Dispose() => server?.Dispose();
}
