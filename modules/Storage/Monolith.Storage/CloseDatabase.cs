using Monolith.Kernel;

namespace Monolith.Storage;

/// <summary>
/// Idle connections are closed and an embedded server ends, while the host still answers that it is alive. A server that has much to
/// write is waited for at the host's very end, when <see cref="RunningDatabase"/> is disposed of.
/// </summary>
internal sealed class CloseDatabase(RunningDatabase database, TimeProvider time) : IShutdownStep
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "database";

    public async Task RunAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(database.CloseAsync(), Task.Delay(Patience, time, CancellationToken.None));
}
