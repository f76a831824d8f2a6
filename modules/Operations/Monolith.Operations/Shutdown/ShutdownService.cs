using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Operations.Shutdown;

/// <summary>
/// Fits the phases into the generic host's stop. They run before it stops its first service, so that Kestrel, which it stops first,
/// answers to the last: readiness with 503, liveness with 200. Registered before every other hosted service, it is also told last.
/// </summary>
internal sealed partial class ShutdownService(
    ShutdownSequence sequence, ForcedExit forced, IHostApplicationLifetime lifetime, HostIdentity host, TimeProvider time, ILogger<ShutdownService> log)
    : IHostedLifecycleService, IDisposable
{
    private CancellationTokenRegistration stopping;
    private long began;
    private Task? run;
    private bool told;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        stopping = lifetime.ApplicationStopping.Register(Begin);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Said already unless the host was stopped without a signal.
        lifetime.StopApplication();
        return run ??= sequence.RunAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice: when its wait for the stop ends, and when it is disposed of.
        if (told)
            return Task.CompletedTask;
        told = true;
        Ended(sequence.Succeeded == true ? "complete" : "failed", Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1));
        return Task.CompletedTask;
    }

    public void Dispose() => stopping.Dispose();

    private void Begin()
    {
        began = time.GetTimestamp();
        forced.Arm();
        Begun(host.Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Shutdown of {Host} begins")]
    private partial void Begun(string host);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shutdown: {Operation} after {DurationMs} ms")]
    private partial void Ended(string operation, double durationMs);
}
