using Monolith.Kernel;
using OpenTelemetry.Trace;

namespace Monolith.Operations.Tracing;

/// <summary>What the stop itself has ended is sent as well, if the collector takes it at once.</summary>
internal sealed class FlushTraces(TracerProvider traces) : IShutdownStep
{
    private const int PatienceMs = 400;

    public ShutdownPhase Phase => ShutdownPhase.Cleanup;

    public string Name => "traces";

    // A collector that does not answer is no fault of this stop.
    public Task RunAsync(CancellationToken cancellationToken) => Task.Run(() => traces.ForceFlush(PatienceMs), cancellationToken);
}
