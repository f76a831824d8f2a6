using Monolith.Kernel;

namespace Monolith.Live.Streaming;

/// <summary>Readers of live streams are told that the host stops, after they were told what became of their run here.</summary>
internal sealed class CloseStreams(OpenStreams streams) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "live streams";

    public Task RunAsync(CancellationToken cancellationToken) => streams.CloseAsync(cancellationToken);
}
