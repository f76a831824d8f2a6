using Microsoft.Extensions.Hosting;

namespace Monolith.Operations.Shutdown;

/// <summary>The generic host's lifetime: the first signal stops it. In place of its console lifetime, which swallows the second.</summary>
internal sealed class SignalLifetime(StopSignals signals, IHostApplicationLifetime lifetime) : IHostLifetime, IDisposable
{
    private CancellationTokenRegistration registration;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        registration = signals.Token.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => registration.Dispose();
}
