using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Monolith.Operations.Health;

internal sealed class RedisCheck(IServiceProvider services, IOptions<HealthOptions> options) : IHealthCheck
{
    public const string NotConfigured = "not configured";

    public string Component => "redis";

    public TimeSpan? DegradedFrom => Redis is null ? null : TimeSpan.FromMilliseconds(options.Value.RedisDegradedMs);

    private IConnectionMultiplexer? Redis => services.GetService<IConnectionMultiplexer>();

    public async Task<CheckResult> LookAsync(CancellationToken cancellationToken)
    {
        if (Redis is not { } redis)
            return new CheckResult(HealthStatus.Healthy, NotConfigured);
        // A command would wait for the connection to come back.
        if (!redis.IsConnected)
            return new CheckResult(HealthStatus.Unhealthy, "not connected");
        await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
        return new CheckResult(HealthStatus.Healthy, "answers");
    }
}
