using Monolith.Kernel;

namespace Monolith.Storage;

/// <summary>Idle connections are closed and an embedded server ends, while the host still answers that it is alive.</summary>
internal sealed class CloseDatabase(RunningDatabase database) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "database";

    public Task RunAsync(CancellationToken cancellationToken) => database.CloseAsync();
}
