using System.Runtime.InteropServices;

namespace Monolith.Host.Startup;

/// <summary>Ctrl+C and SIGTERM while the host starts or a demo runs; a second one ends the process at once.</summary>
internal static class StopSignals
{
    public static CancellationTokenSource Listen()
    {
        var stop = new CancellationTokenSource();
        var handle = new Action<PosixSignalContext>(context =>
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            PosixSignalRegistration.Create(signal, handle);
        return stop;
    }
}
