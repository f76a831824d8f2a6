using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Operations.Shutdown;

/// <summary>Time for load balancers to see that the host is no longer ready, while it still serves.</summary>
internal sealed class AnnounceStop(IOptions<ShutdownOptions> options, TimeProvider time) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.Initiated;

    public string Name => "announcement";

    public Task RunAsync(CancellationToken cancellationToken) =>
        options.Value.Announce > TimeSpan.Zero ? Task.Delay(options.Value.Announce, time, cancellationToken) : Task.CompletedTask;
}
