using Monolith.Kernel;
using StackExchange.Redis;

namespace Monolith.Live.Notices;

/// <summary>Sends what is still on its way to Redis, then hangs up.</summary>
internal sealed class CloseRedis(IConnectionMultiplexer redis) : IShutdownStep
{
    public ShutdownPhase Phase => ShutdownPhase.ClosingConnections;

    public string Name => "Redis";

    public Task RunAsync(CancellationToken cancellationToken) => redis.CloseAsync();
}
