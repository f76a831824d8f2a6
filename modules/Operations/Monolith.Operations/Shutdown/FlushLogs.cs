using Monolith.Kernel;
using NLog;

namespace Monolith.Operations.Shutdown;

internal sealed class FlushLogs : IShutdownStep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public ShutdownPhase Phase => ShutdownPhase.Cleanup;

    public string Name => "logs";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        LogManager.Flush(Patience);
        return Task.CompletedTask;
    }
}
