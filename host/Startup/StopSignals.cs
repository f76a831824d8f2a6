using System.Runtime.InteropServices;

namespace Monolith.Host.Startup;

/// <summary>Ctrl+C and SIGTERM while the host starts or a demo runs.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop = new();

    // Held, since a registration that is collected hears nothing more.
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];

    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    // A second signal has its usual effect.
    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    });
}
