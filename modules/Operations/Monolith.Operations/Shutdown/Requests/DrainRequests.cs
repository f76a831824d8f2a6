using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Operations.Shutdown.Requests;

/// <summary>Requests under way finish, new ones are refused.</summary>
internal sealed class DrainRequests(RequestsUnderWay requests, ILogger<DrainRequests> log) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.Draining;

    public string Name => "requests";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (requests.Count is > 0 and var count)
            log.LogInformation("{Count} requests are under way and may finish", count);
        await requests.DrainAsync(cancellationToken);
    }
}
