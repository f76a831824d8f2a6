using System.Runtime.InteropServices;

namespace Monolith.Operations.Shutdown;

/// <summary>Ctrl+C and SIGTERM, from the process's first moment on; a second one ends the process at once.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;

    internal StopSignals() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Hear))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
    }

    // What is not cancelled does what it does to any process: it ends it there and then.
    private void Hear(PosixSignalContext context)
    {
        context.Cancel = !stop.IsCancellationRequested;
        _ = stop.CancelAsync();
    }
}
